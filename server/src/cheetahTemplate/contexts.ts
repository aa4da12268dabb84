import type { ScanState } from '../template/scanState';
import type { Tag } from '../template/tags';
import type { PlaceholderContext } from '../template/templateFile';
import { covering } from './covering';

function contextInTag(masked: string, { attributes }: Tag, offset: number): PlaceholderContext {
  const attribute = attributes.find(({ valueSpan }) => valueSpan.start <= offset && offset < valueSpan.end);
  if (!attribute) return 'markup';
  const before = masked[attribute.valueSpan.start - 1];
  if (before === '"') return 'double-quoted';
  return before === "'" ? 'single-quoted' : 'unquoted';
}

/** What surrounds the character at an offset of a text that was scanned, as its XML has it. */
export function contextAt({ text, tags, enclosed }: ScanState, offset: number): PlaceholderContext {
  const around = covering(enclosed, offset);
  if (around) return around.context;
  const tag = covering(tags, offset);
  return tag ? contextInTag(text, tag, offset) : 'text';
}
