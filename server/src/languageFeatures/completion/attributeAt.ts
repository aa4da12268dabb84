/** The value of an attribute that the cursor stands in, as far as it is written before the cursor. */
export interface AttributeAt {
  readonly tag: string;
  readonly name: string;
  /** Missing where the value stands unquoted. */
  readonly quote?: string;
  /** The offset of its first character. */
  readonly start: number;
}

const TAG_NAME = /^<([\p{L}_:][^\s=<>"'/]*)/u;
/** An attribute at the end of the text, and of its value what is there. */
const ATTRIBUTE = /\s([^\s=<>"'/]+)\s*=\s*(?:(["'])[^"'<>]*|[^\s"'<>=/]*)$/;

/** The attribute whose value the cursor stands in. Undefined outside of a tag, in a comment, and where an earlier quote is missing. */
export function attributeAt(text: string, offset: number): AttributeAt | undefined {
  if (isEnclosed(text, offset)) return undefined;
  const open = text.slice(0, offset).lastIndexOf('<');
  const head = open < 0 ? '' : text.slice(open, offset);
  const tag = TAG_NAME.exec(head)?.[1];
  const found = ATTRIBUTE.exec(head);
  if (tag === undefined || !found) return undefined;
  const [whole, name = '', quote] = found;
  const others = head.slice(0, found.index).replace(/"[^"]*"|'[^']*'/g, '');
  if (/["'>]/.test(others)) return undefined;
  const sign = whole.slice(whole.indexOf('=') + 1);
  const start = offset - sign.trimStart().length + (quote ? 1 : 0);
  return { tag, name, ...(quote && { quote }), start };
}

/** Whether the cursor stands in a comment or a CDATA section, where a tag is none. */
export function isEnclosed(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const isOpen = (opening: string, closing: string): boolean =>
    before.lastIndexOf(opening) > before.lastIndexOf(closing);
  return isOpen('<!--', '-->') || isOpen('<![CDATA[', ']]>');
}
