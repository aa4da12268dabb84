import { matchAt } from './characters';
import { PYTHON_KEYWORDS, pythonTokenAt } from './pythonTokens';

const BLANK = /[\s\\]+/y;

/** Where single equals signs stand in a Python expression that name no argument of a call: in a condition each is meant to compare. */
export function equalsSignsIn(python: string): readonly number[] {
  const found: number[] = [];
  const calls: boolean[] = [];
  let previous = '';
  for (let at = 0; at < python.length;) {
    const blank = matchAt(BLANK, python, at)?.[0].length ?? 0;
    at += blank;
    if (blank > 0) continue;
    const token = pythonTokenAt(python, at)?.token ?? python.charAt(at);
    if ('([{'.includes(token)) calls.push(token === '(' && isCalled(previous));
    else if (')]}'.includes(token)) calls.pop();
    else if (token === '=' && calls.at(-1) !== true) found.push(at);
    previous = token;
    at += token.length;
  }
  return found;
}

/** Whether a bracket behind a token holds arguments. */
function isCalled(token: string): boolean {
  return token === ')' || token === ']' || (/^[\p{L}_]/u.test(token) && !PYTHON_KEYWORDS.has(token));
}
