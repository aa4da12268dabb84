import { wholeText, type Value } from './tree';

/** One of the words that a value can be. */
export interface Choice {
  readonly value: string;
  /** Missing where the word says it all. */
  readonly documentation?: string;
}

/** What a value can be. */
export interface ValueType {
  /** What it is called behind "is no": `MAC address`. */
  readonly noun: string;
  /** A value to start from. */
  readonly example: string;
  /** All that it can be, where that is a list. */
  readonly choices?: readonly Choice[];
  /** What it mostly is, where it can be anything. */
  readonly suggestions?: readonly Choice[];
  /** Whether libvirt takes a text. */
  readonly accepts: (text: string) => boolean;
  /** Whether the known pieces of a text can be part of one that libvirt takes. Where that is hard to tell, they can. */
  readonly mayHold: (pieces: Value) => boolean;
}

/** Whether a value is of a type, or can come to be once it is known. */
export function fits({ accepts, mayHold }: ValueType, value: Value): boolean {
  const whole = wholeText(value);
  return whole === undefined ? mayHold(value) : accepts(whole);
}

/** Whether a text holds the pieces in their order, the first at its start and the last at its end. */
function holds(text: string, pieces: Value): boolean {
  const last = pieces.at(-1) ?? '';
  if (!text.startsWith(pieces[0]) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = pieces[0].length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= end;
}

/** One word out of a list. */
export function oneOf(...choices: readonly (Choice | string)[]): ValueType {
  const known = choices.map((choice) => (typeof choice === 'string' ? { value: choice } : choice));
  const values = known.map(({ value }) => value);
  return {
    noun: `value that libvirt knows here: ${values.join(', ')}`,
    example: values[0] ?? '',
    choices: known,
    accepts: (text) => values.includes(text),
    mayHold: (pieces) => values.some((value) => holds(value, pieces)),
  };
}

/** What a pattern describes. */
export interface PatternDetail {
  readonly noun: string;
  readonly example: string;
  /** What the whole text matches. */
  readonly pattern: RegExp;
  /** What each character of it matches. */
  readonly character: RegExp;
  /** How long it can be. */
  readonly longest?: number;
  /** What a text that matches has to fulfil besides. */
  readonly also?: (text: string) => boolean;
}

/** A text of a certain form. */
export function pattern({
  noun,
  example,
  pattern: form,
  character,
  longest = Infinity,
  also = () => true,
}: PatternDetail): ValueType {
  const whole = new RegExp(`^(?:${form.source})$`, form.flags);
  const characters = new RegExp(`^(?:${character.source})*$`, character.flags);
  return {
    noun,
    example,
    accepts: (text) => text.length <= longest && whole.test(text) && also(text),
    mayHold: (pieces) => {
      const known = pieces.join('');
      return known.length <= longest && characters.test(known);
    },
  };
}
