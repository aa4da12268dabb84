import type { DriverLanguage } from '../../driver/declaration';
import type { Span } from '../../text/span';

const IDENTIFIER = /^[\p{XID_Start}_][\p{XID_Continue}]*$/u;
/** The words that cannot name an argument in Python; every one of them can name a property in JavaScript. */
const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Whether a name can stand without quotes as the name of an argument or of a property. Python takes compatible letters for one another, so that only those count which stand for themselves. */
export function isIdentifier(name: string, language: DriverLanguage): boolean {
  if (!IDENTIFIER.test(name)) return false;
  return language === 'javascript' || (!KEYWORDS.has(name) && name.normalize('NFKC') === name);
}

/** Whether the text at `span` stands right between quotes. */
export function isQuoted(text: string, { start, end }: Span): boolean {
  const quote = text.charAt(start - 1);
  return /["'`]/.test(quote) && text.charAt(end) === quote;
}
