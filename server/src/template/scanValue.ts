import type { Span } from '../text/span';
import { scanReference } from './scanReference';
import type { ScanState } from './scanState';
import type { PlaceholderContext } from './templateFile';

const PLACEHOLDER = /\$\{/g;
const PLACEHOLDER_OR_REFERENCE = /\$\{|&/g;
/** Where `&` is a character like any other. */
const WITHOUT_REFERENCES: ReadonlySet<PlaceholderContext> = new Set(['comment', 'cdata', 'markup']);

/** Takes up what begins with `${` at `at`, masks it with something harmless, and gives the offset behind it. */
export function scanPlaceholder(state: ScanState, at: number, context: PlaceholderContext): number {
  const end = state.takePlaceholder(at, context);
  state.mask({ start: at, end }, '_'.repeat(end - at));
  return end;
}

/** Takes up the placeholders and references of a stretch that holds no markup, and masks what XML does not know. */
export function scanValue(state: ScanState, { start, end }: Span, context: PlaceholderContext): void {
  const text = state.text.slice(0, end);
  const pattern = WITHOUT_REFERENCES.has(context) ? PLACEHOLDER : PLACEHOLDER_OR_REFERENCE;
  pattern.lastIndex = start;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const { index } = found;
    pattern.lastIndex = found[0] === '&' ? scanReference(state, index) : scanPlaceholder(state, index, context);
  }
}
