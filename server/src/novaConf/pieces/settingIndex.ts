import { keyIn } from '../options';
import type { ConfPiece } from './confPiece';

/**
 * Which pieces hold a setting of an option. It goes over from each version of a file to the next, so that an edit changes it
 * where it changes the file; one for all versions would have to be made afresh for each.
 */
export class SettingIndex {
  readonly #pieces = new Map<string, ConfPiece[]>();

  /** In no order. `name` is what a reference from anywhere calls the option. */
  holding(name: string): readonly ConfPiece[] {
    return this.#pieces.get(name) ?? [];
  }

  add(piece: ConfPiece): void {
    for (const name of namesIn(piece)) {
      const others = this.#pieces.get(name);
      if (others) others.push(piece);
      else this.#pieces.set(name, [piece]);
    }
  }

  remove(piece: ConfPiece): void {
    for (const name of namesIn(piece)) {
      const others = this.holding(name).filter((other) => other !== piece);
      if (others.length > 0) this.#pieces.set(name, others);
      else this.#pieces.delete(name);
    }
  }
}

function namesIn({ settings }: ConfPiece): ReadonlySet<string> {
  return new Set(settings.map(({ group, name }) => keyIn(group, name)));
}
