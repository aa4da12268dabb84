import { pythonRepr, pythonStr } from '../../pythonText';
import { isDictionary, isList, PythonTuple, pythonTypeName, type PythonValue } from '../../pythonValue';
import { Refusal } from '../evaluate/refusal';
import { characterCount, firstCharacters } from './codePoints';
import { fixedPoint, toFloat } from './floats';
import { limitText } from './limits';
import { toNumber } from './numbers';
import { subscript } from './sequences';

/** `%`, a key in parentheses, flags, a width, a precision, a length that means nothing, and what to write. */
const CONVERSION = /%(?:\(([^()]*)\))?([-+ #0]*)(\d*)(?:\.(\d*))?[hlL]?([^])?/g;
const MAX_WIDTH = 1_000_000;
const MAX_PRECISION = 100;

/** One conversion of a format, such as `%-5s`. */
interface Conversion {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly letter: string;
}

/** A number apart from its sign and prefix, which zeros that fill the width stand behind. */
interface NumberText {
  readonly front: string;
  readonly digits: string;
}

/** What Python's `format % values` gives. Understood are %s %r %d %i %x %X %o %f %F and %%; the rest is refused. */
export function percentFormat(format: string, values: PythonValue): string {
  const source = new Values(values);
  let length = 0;
  const text = format.replace(CONVERSION, (whole, key: string | undefined, flags: string, width, precision, letter) => {
    const conversion = conversionOf(
      flags,
      width as string,
      precision as string | undefined,
      letter as string | undefined,
    );
    if (conversion.letter === '%') {
      if (whole !== '%%') throw new Refusal(`The conversion '${whole}' is not understood.`);
      return '%';
    }
    const piece = converted(conversion, key === undefined ? source.next() : source.ofKey(key));
    length += piece.length;
    limitText(length);
    return piece;
  });
  source.finish();
  return text;
}

function conversionOf(
  flags: string,
  width: string,
  precision: string | undefined,
  letter: string | undefined,
): Conversion {
  if (letter === undefined) throw new Refusal('The format ends within a conversion.');
  if (!'srdixXofF%'.includes(letter)) throw new Refusal(`The conversion '%${letter}' is not understood.`);
  const conversion = {
    flags,
    width: Number(width),
    precision: precision === undefined ? undefined : Number(precision),
    letter,
  };
  if (conversion.width > MAX_WIDTH || ('sr'.includes(letter) ? 0 : (conversion.precision ?? 0)) > MAX_PRECISION)
    throw new Refusal('The format has a width or a precision that is too large.');
  return conversion;
}

function converted(conversion: Conversion, value: PythonValue): string {
  const { flags, width, precision, letter } = conversion;
  if (letter === 's' || letter === 'r') {
    const text = letter === 's' ? pythonStr(value) : pythonRepr(value);
    return padded(conversion, precision === undefined ? text : firstCharacters(text, precision));
  }
  const { front, digits } = 'fF'.includes(letter) ? floatText(conversion, value) : intText(conversion, value);
  const zeros = flags.includes('0') && !flags.includes('-') ? width - front.length : 0;
  return padded(conversion, front + digits.padStart(zeros, '0'));
}

function padded({ flags, width }: Conversion, text: string): string {
  const missing = ' '.repeat(Math.max(0, width - characterCount(text)));
  return flags.includes('-') ? text + missing : missing + text;
}

function intText({ flags, precision, letter }: Conversion, value: PythonValue): NumberText {
  const number = toNumber(value);
  const isDecimal = letter === 'd' || letter === 'i';
  if (number === undefined || (typeof number === 'number' && !isDecimal)) throw unfitting(letter, value);
  if (typeof number === 'number' && !Number.isFinite(number)) throw unfitting(letter, value);
  const int = BigInt(typeof number === 'number' ? Math.trunc(number) : number);
  const digits = (int < 0n ? -int : int).toString(isDecimal ? 10 : letter === 'o' ? 8 : 16);
  const prefix = flags.includes('#') && !isDecimal ? `0${letter}` : '';
  return {
    front: signOf(flags, int < 0n) + prefix,
    digits: (letter === 'X' ? digits.toUpperCase() : digits).padStart(precision ?? 0, '0'),
  };
}

function floatText({ flags, precision, letter }: Conversion, value: PythonValue): NumberText {
  const number = toNumber(value);
  if (number === undefined) throw unfitting(letter, value);
  const float = toFloat(number);
  if (flags.includes('#') || !Number.isFinite(float))
    throw new Refusal(`'%${letter}' of this value, or with '#', is not understood.`);
  const isNegative = float < 0 || Object.is(float, -0);
  return { front: signOf(flags, isNegative), digits: fixedPoint(Math.abs(float), precision ?? 6) };
}

function signOf(flags: string, isNegative: boolean): string {
  if (isNegative) return '-';
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

function unfitting(letter: string, value: PythonValue): Refusal {
  return new Refusal(`'%${letter}' cannot write this value of type ${pythonTypeName(value)}.`);
}

/** The values of a format, taken one by one or by their keys. */
class Values {
  readonly #values: PythonValue;
  /** What `%s` takes: of a tuple its items, else the one value. */
  readonly #items: readonly PythonValue[];
  #taken = 0;

  constructor(values: PythonValue) {
    this.#values = values;
    this.#items = values instanceof PythonTuple ? values : [values];
  }

  next(): PythonValue {
    const value = this.#items[this.#taken++];
    if (value === undefined) throw new Refusal('The format asks for more values than there are.');
    return value;
  }

  /** Behind a key, Python has no value left that goes without one. */
  ofKey(key: string): PythonValue {
    if (!isDictionary(this.#values)) throw new Refusal('A format with keys needs a dict.');
    this.#taken = this.#items.length;
    return subscript(this.#values, key);
  }

  /** Python minds values that nothing asked for, unless they are a dict or a list. */
  finish(): void {
    const mayRemain = isDictionary(this.#values) || (isList(this.#values) && !(this.#values instanceof PythonTuple));
    if (this.#taken < this.#items.length && !mayRemain)
      throw new Refusal('The format asks for fewer values than there are.');
  }
}
