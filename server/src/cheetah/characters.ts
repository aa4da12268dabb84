/** What Python's `str.isspace` calls white space. */
const BLANKS = new RegExp(String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*`, 'y');

/** Whether a text is empty or white space for Python. */
export function isBlank(text: string): boolean {
  return blanksTo(text, 0) === text.length;
}

/** Where the white space ends that starts at an offset. */
export function blanksTo(text: string, at: number): number {
  return at + (matchAt(BLANKS, text, at)?.[0].length ?? 0);
}

/** Where the blanks start that end at an offset, `from` at the least. */
export function blanksBack(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && ' \t\f'.includes(text.charAt(start - 1))) start--;
  return start;
}

/** Whether a name may start with the character: Cheetah's names are ASCII. */
export function startsName(character: string): boolean {
  return /^[A-Za-z_]/.test(character);
}

/** Matches a sticky pattern at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
