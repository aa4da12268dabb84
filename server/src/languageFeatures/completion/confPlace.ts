import type { NovaConf } from '../../novaConf/novaConf';
import { sectionAt } from '../../novaConf/places';
import type { Span } from '../../text/span';
import { lineAround, plainSlot, type Slot } from './slot';

/** What the cursor of a nova.conf stands in. `group` is the section, `line` the line without its end. */
export type ConfPlace =
  | { readonly kind: 'section'; readonly slot: Slot }
  | { readonly kind: 'name'; readonly group: string; readonly line: Span; readonly slot: Slot }
  | ValuePlace;

/** The value of the option `name`. Its slot covers the value whole. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly group: string;
  readonly name: string;
  readonly slot: Slot;
}

const BYTE_ORDER_MARK = '\ufeff';
const NAME_BEGINNING = /^[A-Za-z0-9_]*$/;
const NAME_CHARACTERS = /[A-Za-z0-9_]*/y;

/** What the cursor stands in. Undefined in comments, in lines that continue a value, and behind what cannot be understood. */
export function confPlace(text: string, conf: NovaConf, offset: number): ConfPlace | undefined {
  const whole = lineAround(text, offset);
  const mark = whole.start === 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const line = { start: whole.start + mark, end: whole.end };
  if (offset < line.start) return undefined;
  const written = text.slice(line.start, line.end);
  const asFlags = conf.form === 'flags' || (written.startsWith('-') && conf.sections.length === 0);
  if (/^(?:#|;|\s*\/\/|\s+#)/.test(written)) return undefined;
  return asFlags ? flagPlace(text, line, offset) : iniPlace(text, conf, line, offset);
}

function iniPlace(text: string, conf: NovaConf, line: Span, offset: number): ConfPlace | undefined {
  const before = text.slice(line.start, offset);
  if (/^[ \t]/.test(text.slice(line.start, line.end))) return undefined;
  if (before.startsWith('[')) return sectionPlace(text, line, offset);
  const group = sectionAt(conf, line.start)?.name ?? 'DEFAULT';
  const sign = before.search(/[=:]/);
  if (sign >= 0) return valuePlace(text, line, offset, { group, name: before.slice(0, sign).trim(), sign });
  if (!NAME_BEGINNING.test(before)) return undefined;
  return { kind: 'name', group, line, slot: nameSlot(text, line, offset) };
}

/** The slot of a name in INI, with the sign behind it where there is none. */
function nameSlot(text: string, line: Span, offset: number): Slot {
  const end = endOfName(text, offset);
  const rest = text.slice(end, line.end);
  const { start } = line;
  if (/^\s*[=:]/.test(rest)) return plainSlot({ start, end });
  if (rest.trim() === '') return { ...plainSlot({ start, end: line.end }), after: ' = ' };
  return { ...plainSlot({ start, end }), after: ' =' };
}

/** Behind the closing bracket stands nothing. */
function sectionPlace(text: string, line: Span, offset: number): ConfPlace | undefined {
  const start = line.start + 1;
  const close = text.slice(start, line.end).indexOf(']');
  const end = close < 0 ? line.end : start + close;
  if (offset > end) return undefined;
  return { kind: 'section', slot: { ...plainSlot({ start, end }), after: close < 0 ? ']' : '' } };
}

function flagPlace(text: string, line: Span, offset: number): ConfPlace | undefined {
  const before = text.slice(line.start, offset);
  const group = 'DEFAULT';
  const sign = before.indexOf('=');
  const name = (sign < 0 ? before : before.slice(0, sign)).trim().replace(/^--?/, '');
  if (sign >= 0) return valuePlace(text, line, offset, { group, name, sign });
  const typed = /^\s*(-{0,2})/.exec(before)?.[1] ?? '';
  if (!NAME_BEGINNING.test(name) || /\S\s/.test(before)) return undefined;
  const end = endOfName(text, offset);
  const [gap = '', equals = ''] = /^\s*(=?)/.exec(text.slice(end, line.end)) ?? [];
  const span = { start: offset - name.length - typed.length, end: equals ? end : end + gap.length };
  return { kind: 'name', group, line, slot: { span, typed, before: '--', after: equals ? '' : '=' } };
}

/** The offset behind the name that goes on at `offset`. */
function endOfName(text: string, offset: number): number {
  NAME_CHARACTERS.lastIndex = offset;
  NAME_CHARACTERS.test(text);
  return NAME_CHARACTERS.lastIndex;
}

/** `sign` is where the sign stands in the line. */
function valuePlace(
  text: string,
  line: Span,
  offset: number,
  { group, name, sign }: { readonly group: string; readonly name: string; readonly sign: number },
): ValuePlace | undefined {
  let start = line.start + sign + 1;
  while (start < offset && /\s/.test(text.charAt(start))) start += 1;
  const trimmed = start + text.slice(start, line.end).trimEnd().length;
  const slot = slotOfValue(text, { start, end: Math.max(offset, trimmed) }, offset);
  if (!slot || !NAME_BEGINNING.test(name)) return undefined;
  // Where a blank stands before the sign and none behind it, one is written with the value.
  const isTight = slot.span.start === line.start + sign + 1 && /\s/.test(text.charAt(line.start + sign - 1));
  return { kind: 'value', group, name, slot: isTight ? { ...slot, before: ' ' } : slot };
}

/** The value without its quotes. One that is missing at the end is written with the value. */
function slotOfValue(text: string, value: Span, offset: number): Slot | undefined {
  const quote = text.charAt(value.start);
  if (offset === value.start || (quote !== '"' && quote !== "'")) return plainSlot(value);
  const start = value.start + 1;
  const closed = value.end > start && text.charAt(value.end - 1) === quote;
  const end = closed ? value.end - 1 : value.end;
  return offset > end ? undefined : { ...plainSlot({ start, end }), after: closed ? '' : quote };
}
