import fc from 'fast-check';
import type { PythonValue } from '../../../server/src/pythonValue';
import { arbitraryDevice } from './generate';
import { everyElement, written, type Xml } from './xml';

/** A Cheetah template of one device, and what fills it. */
export interface FilledTemplate {
  readonly text: string;
  readonly values: ReadonlyMap<string, PythonValue>;
}

/** Writes a device as a Cheetah template that gives it again: what is put out hangs on conditions and values. */
class TemplateWriter {
  readonly values = new Map<string, PythonValue>([
    ['yes', true],
    ['no', false],
  ]);
  #next = 0;

  constructor(private readonly numbers: readonly number[]) {}

  element({ name, attributes, children, text }: Xml): string {
    const opening = name + attributes.map(([key, value]) => this.#attribute(key, value)).join('');
    const content =
      (text === '' ? '' : this.#value(textIn(text))) + children.map((child) => this.#child(child)).join('');
    return content === '' ? `<${opening}/>` : `<${opening}>${content}</${name}>`;
  }

  #pick(count: number): number {
    return (this.numbers[this.#next++] ?? 0) % count;
  }

  #attribute(name: string, value: string): string {
    const plain = ` ${name}='${this.#value(valueIn(value))}'`;
    return this.#pick(6) === 0 ? `#if $yes#${plain}#else# other='x'#end if#` : plain;
  }

  /** A value, as it is or with a placeholder in place of all of it or its end. */
  #value(value: string): string {
    const way = this.#pick(6);
    if (way > 1 || /[&;]/.test(value)) return value;
    const at = way === 0 ? 0 : this.#pick(value.length + 1);
    return value.slice(0, at) + this.#placeholder(value.slice(at));
  }

  #placeholder(value: string): string {
    const name = `v${this.values.size}`;
    this.values.set(name, value);
    return `\${${name}}`;
  }

  #child(child: Xml): string {
    const ways: readonly (() => string)[] = [
      () => this.#placeholder(written(child)),
      () => `\n#if $yes\n${this.element(child)}\n#end if\n`,
      () => `\n#if $no\n<${child.name} other='x'/>\n#else\n${this.element(child)}\n#end if\n`,
      () => `${this.element(child)}#if $no#<other/>#end if#`,
      () => `\n#for $one in [1]\n${this.element(child)}\n#end for\n`,
    ];
    return ways[this.#pick(12)]?.() ?? this.element(child);
  }
}

/** The text of an element, and of an attribute, as they are written. */
function textIn(text: string): string {
  return written({ name: 'a', attributes: [], children: [], text }).slice('<a>'.length, -'</a>'.length);
}

function valueIn(value: string): string {
  return value === '' ? '' : textIn(value);
}

export const arbitraryFilledTemplate: fc.Arbitrary<FilledTemplate> = arbitraryDevice.chain((device) => {
  const parts = everyElement(device).reduce((sum, { attributes }) => sum + 2 + attributes.length, 0);
  return fc.array(fc.nat(10_000), { minLength: 3 * parts, maxLength: 3 * parts }).map((numbers) => {
    const writer = new TemplateWriter(numbers);
    return { text: `${writer.element(device)}\n`, values: writer.values };
  });
});
