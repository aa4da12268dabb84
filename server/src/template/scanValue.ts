import type { Span } from '../text/span';
import { scanReference } from './scanReference';
import type { ScanState } from './scanState';
import type { PlaceholderContext } from './templateFile';

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
  const { text } = state;
  const hasReferences = !WITHOUT_REFERENCES.has(context);
  for (let at = start; at < end;) {
    const character = text.charAt(at);
    if (character === '&' && hasReferences) at = scanReference(state, at);
    else if (character === '$' && at + 1 < end && text.startsWith('{', at + 1))
      at = scanPlaceholder(state, at, context);
    else at++;
  }
}
