import { distance as editDistance } from 'fastest-levenshtein';

/** The farthest that a name may lie from what was written, on the scale of `distance`, to be worth suggesting. */
const FARTHEST = 0.5;
/** What a name loses that the text uses already: it is less likely to be the one that was meant. */
const USED = 0.25;
/** No name is longer; the time that comparing takes grows with the product of the lengths. */
const LONGEST = 100;
/** How many names are suggested: nobody chooses among more. */
const MOST = 5;

/** How much of `text` its edits away from `name` are: 0 for the same, 1 for nothing in common. */
function spellingDistance(text: string, name: string): number {
  return editDistance(text, name) / Math.max(text.length, name.length, 1);
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[_.-]+/).filter((word) => word !== '');
}

/** The share of the words of `text` that `name` lacks: `device_name` and `source_device` share one of two. */
function wordDistance(text: string, name: string): number {
  const words = wordsOf(text);
  const others = wordsOf(name);
  if (words.length === 0) return 1;
  return words.filter((word) => !others.includes(word)).length / words.length;
}

function distance(text: string, name: string): number {
  const [written, candidate] = [text.toLowerCase(), name.toLowerCase()];
  return Math.min(spellingDistance(written, candidate), wordDistance(written, candidate));
}

/** The names that may have been meant by `text`, the closest few, closest first; those in `used` come later than others as close. A name that has nothing to do with the text is left out. */
export function suggest(
  text: string,
  names: Iterable<string>,
  used: ReadonlySet<string> = new Set(),
): readonly string[] {
  if (text.length > LONGEST) return [];
  return [...new Set(names)]
    .filter((name) => name.length <= LONGEST)
    .map((name) => ({ name, far: distance(text, name) + (used.has(name) ? USED : 0) }))
    .filter(({ name, far }) => far <= FARTHEST && name !== text)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** A sentence for a message, with a blank before it: ` Did you mean 'x'?`, or nothing where there is no suggestion. */
export function didYouMean(suggestions: readonly string[]): string {
  const [first] = suggestions;
  return first === undefined ? '' : ` Did you mean '${first}'?`;
}
