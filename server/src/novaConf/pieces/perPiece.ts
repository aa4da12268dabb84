import type { ConfContent } from '../novaConf';

/** What `make` makes of each piece, kept for as long as the piece is. */
export function perPiece<Value>(make: (piece: ConfContent) => Value): (piece: ConfContent) => Value {
  const made = new WeakMap<ConfContent, { readonly value: Value }>();
  return (piece) => {
    const kept = made.get(piece);
    if (kept) return kept.value;
    const value = make(piece);
    made.set(piece, { value });
    return value;
  };
}
