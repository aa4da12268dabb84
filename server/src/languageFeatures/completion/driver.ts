import type { DriverView } from '../../check/view';
import type { WorkspaceView } from '../workspaceView';
import { keysNamedIn, listedKeys, offersOfAskedKeys, offersOfComputeKeys } from './askedKeys';
import { enclosingClass, enclosingFunction, isDriverMethod, networkParameter, returns } from './driverFunction';
import { keyUse, type KeyUse, type TextOf } from './driverPlace';
import { openKey, type OpenKey } from './driverTree';
import { fillingsOf, fillingsOfClass, type Filling } from './fillings';
import type { Offer } from './offer';
import { endOfWord, KEY_BEGINNING, plainSlot, quotedSlot, type Slot } from './slot';

/** A key of a driver's source that the cursor stands in. */
interface KeyPlace extends OpenKey {
  readonly source: DriverView;
  readonly offset: number;
  readonly slot: Slot;
  readonly textOf: TextOf;
}

/** What may be written for a key in a driver's source. Nothing in a file whose classes fill no template, nor are the base of one that does. */
export function offersInDriver(view: WorkspaceView, uri: string, offset: number): readonly Offer[] {
  const fillings = fillingsOf(view, uri);
  const source = fillings.length > 0 ? view.driver(uri) : undefined;
  const key = source && openKey(source, offset);
  if (!key || !KEY_BEGINNING.test(source.text.slice(key.start, offset))) return [];
  const textOf: TextOf = ({ start, end }) => source.text.slice(start, end);
  const use = keyUse(key.node, textOf);
  if (!use) return [];
  const place = { ...key, source, offset, slot: slotOf(source.text, key, offset), textOf };
  const offers =
    use.kind === 'output-keys'
      ? offersInList(view, fillings, place, use)
      : offersInDictionary(view, fillings, place, use);
  return key.quote ? offers : offers.filter(({ name }) => IDENTIFIER.test(name));
}

/** What may stand without quotes. */
const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

function slotOf(text: string, { start, quote }: OpenKey, offset: number): Slot {
  if (quote) return quotedSlot(text, start, offset, quote);
  return plainSlot({ start, end: start === offset ? offset : endOfWord(text, offset) });
}

function offersInList(
  view: WorkspaceView,
  fillings: readonly Filling[],
  { source, node, textOf, offset, slot }: KeyPlace,
  use: KeyUse & { readonly kind: 'output-keys' },
): readonly Offer[] {
  const className = use.className ?? enclosingClass(node, textOf);
  const own = className === undefined ? [] : fillingsOfClass(fillings, className);
  return offersOfAskedKeys(view, own, listedKeys(own, source.uri, offset), slot);
}

function offersInDictionary(
  view: WorkspaceView,
  fillings: readonly Filling[],
  { source, node, textOf, offset, slot }: KeyPlace,
  { name }: KeyUse & { readonly kind: 'dictionary' },
): readonly Offer[] {
  const around = enclosingFunction(node, source.text, textOf);
  if (!around) return [];
  const className = enclosingClass(node, textOf);
  const own = className === undefined ? fillings : fillingsOfClass(fillings, className);
  const named = keysNamedIn(own, source.uri, around.span, offset);
  // Any other function may have dictionaries of its own: one of those counts that gives the driver a key already.
  if (!isDriverMethod(around) && named.size === 0) return [];
  const isReturned = name === undefined || returns(source.text, around, name);
  return [
    ...(isReturned ? offersOfAskedKeys(view, own, named, slot) : []),
    ...(name !== undefined && name === networkParameter(around) ? offersOfComputeKeys(view, own, slot) : []),
  ];
}
