const PREFIX = '(?:[bB][rR]?|[rR][bBfF]?|[uU]|[fF][rR]?)?';
const EXPONENT = '[eE][-+]?[0-9](?:_?[0-9])*';
const DIGITS = '[0-9](?:_?[0-9])*';
const FLOAT = `(?:(?:${DIGITS}\\.(?:${DIGITS})?|\\.${DIGITS})(?:${EXPONENT})?|${DIGITS}${EXPONENT})`;
const INTEGER =
  '(?:0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?0)*(?![0-9_])|0(?:_?0)*|[1-9](?:_?[0-9])*)';
const NUMBER = `(?:${DIGITS}[jJ]|${FLOAT}[jJ]?|${INTEGER})`;
const OPERATOR =
  '(?:->|\\.\\.\\.|:=|\\*\\*=|//=|>>=|<<=|!=|%=|&=|\\*\\*|\\*=|\\+=|-=|//|/=|<<|<=|==|>=|>>|@=|\\^=|\\|=|[%&()*+,\\-./:;<=>@[\\]^{|}~])';
const string = (quote: string): string =>
  `${PREFIX}${quote}[^\\n${quote}\\\\]*(?:\\\\[^\\n][^\\n${quote}\\\\]*)*(?:${quote}|\\\\\\r?\\n)`;

/** One token as Python's own `tokenize.PseudoToken` takes it: what Cheetah finds the end of an expression with. */
const TOKEN = new RegExp(
  [
    '\\\\\\r?\\n',
    '#[^\\r\\n]*',
    `${PREFIX}(?:'''|""")`,
    NUMBER,
    OPERATOR,
    string("'"),
    string('"'),
    '[\\p{L}\\p{N}_]+',
  ].join('|'),
  'uy',
);

/** The prefixes of strings in three quotes that Cheetah knows; of others it takes the quotes alone for a token. */
const TRIPLE_QUOTES = /^(?:[rR]|[uU][rR]?)?('''|""")$/;

/**
 * The Python token at an offset where no blank stands, or nothing. A string in three quotes that does not end is `malformed`.
 */
export function pythonTokenAt(
  text: string,
  at: number,
  limit = text.length,
): { readonly token: string; readonly malformed?: true } | undefined {
  TOKEN.lastIndex = at;
  const token = TOKEN.exec(text)?.[0];
  const quotes = token === undefined ? undefined : TRIPLE_QUOTES.exec(token)?.[1];
  if (token === undefined || quotes === undefined) return token === undefined ? undefined : { token };
  const from = at + token.length;
  const length = text.slice(from, limit).indexOf(quotes);
  return length < 0 ? { token, malformed: true } : { token: text.slice(at, from + length + 3) };
}

/** The words that Python keeps for itself, so that they are no names. */
export const PYTHON_KEYWORDS: ReadonlySet<string> = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);
