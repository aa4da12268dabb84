import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { format } from '../../../server/src/languageFeatures/formatting';
import type { NovaConf } from '../../../server/src/novaConf/novaConf';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { marked } from '../markedText';
import { edited } from './applyEdits';
import { uriOf, viewOf } from './workspace';

const OPTIONS: FormattingOptions = { tabSize: 2, insertSpaces: true };
const CONF = 'nova.conf';

function formatted(text: string): string {
  return edited(text, format(viewOf({ [CONF]: text }), uriOf(CONF), OPTIONS));
}

const table: readonly (readonly [name: string, before: string, after: string])[] = [
  ['an option: single blanks around the sign', '[DEFAULT]\na=1\nb  =  2\nc:3\n', '[DEFAULT]\na = 1\nb = 2\nc = 3\n'],
  ['an option without a value', '[DEFAULT]\na =   \nb=\n', '[DEFAULT]\na =\nb =\n'],
  ['quotes stay', '[DEFAULT]\na=" 1 "  \n', '[DEFAULT]\na = " 1 "\n'],
  ['signs inside a value stay', '[DEFAULT]\na=b=c : d\n', '[DEFAULT]\na = b=c : d\n'],
  ['the further lines of a value', '[DEFAULT]\na=1 \n\t 2  \n  # 3\n', '[DEFAULT]\na = 1\n\t 2\n  # 3\n'],
  ['a value that begins on the next line', '[DEFAULT]\na=\n  1\n', '[DEFAULT]\na =\n  1\n'],
  ['an empty line between sections', '[a]\nx = 1\n[b]\ny = 2\n', '[a]\nx = 1\n\n[b]\ny = 2\n'],
  ['the comment above a section belongs to it', '[a]\nx = 1\n# b\n# c\n[b]\n', '[a]\nx = 1\n\n# b\n# c\n[b]\n'],
  ['the comment at the start of the file', '# b\n[b]\n', '# b\n[b]\n'],
  ['one empty line in a row', '[a]\n\n\n \nx = 1\n\n\n[b]\n', '[a]\n\nx = 1\n\n[b]\n'],
  ['no empty lines at the start and at the end', '\n \n[a]\nx = 1\n\n  \n', '[a]\nx = 1\n'],
  ['a final line end', '[a]\nx = 1', '[a]\nx = 1\n'],
  ['blanks behind a header and a comment', '[a] \n#  c \t\n; d \n', '[a]\n#  c\n; d\n'],
  ['CRLF', '[a]\r\nx=1\r\n\r\n\r\n[b]\r\ny=2', '[a]\r\nx = 1\r\n\r\n[b]\r\ny = 2\r\n'],
  ['lone CR', '[a]\rx=1\r[b]\r', '[a]\rx = 1\r\r[b]\r'],
  ['a blank that is no indentation stays', '[a]\n\xa0x=1\n', '[a]\n\xa0x = 1\n'],
  ['a flag file: nothing around the sign', '--a = 1 \n  --b\n --c="x" \n', '--a=1\n--b\n--c="x"\n'],
  ['comments of a flag file', '  # c \n // d\n--a=1\n', '# c\n// d\n--a=1\n'],
  ['an empty file', '', ''],
  ['a file of blanks', ' \n\n', ''],
  ['a file with a fault is left alone', 'a=1\n\n\n[b]\nx=1\n', 'a=1\n\n\n[b]\nx=1\n'],
];

const blank = fc.constantFrom('', ' ', '  ', '\t', '\xa0', '\x1f');
const word = fc.constantFrom('a', 'b_c', '"', "'", '$a', '#', ';', '[x]', '--', '🖧', '=', ':', ' ', '\\');
const value = fc.array(word, { maxLength: 4 }).map((parts) => parts.join(''));
const name = fc.constantFrom('a', 'b', 'c_d', 'libvirt_vif_type', 'libvirt_vif_driver');
const option = fc
  .tuple(name, blank, fc.constantFrom('=', ':'), blank, value, blank)
  .map((parts) => parts.join(''))
  .chain((line) => fc.array(value, { maxLength: 2 }).map((more) => [line, ...more.map((text) => `  x${text} `)]));
const header = fc.constantFrom(['[DEFAULT]'], ['[libvirt] '], ['[g]'], ['# c', '[h]']);
const other = fc.constantFrom([''], ['  '], ['', '', ''], ['# c '], [';d'], ['#']);
const flag = fc.oneof(
  fc.tuple(blank, name, blank, value, blank).map(([before, key, gap, text, after]) => {
    return [`${before}--${key}${gap.replace(/[^ ]/g, '')}=${text}${after}`];
  }),
  name.map((key) => [`--${key}`]),
  fc.constantFrom([''], [' '], ['# c'], [' // c'], ['', '']),
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

function fileOf(pieces: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> {
  const lines = fc.tuple(pieces, lineEnd).map(([piece, end]) => piece.map((line) => line + end).join(''));
  return fc.tuple(fc.array(lines, { maxLength: 12 }), fc.boolean()).map(([parts, open]) => {
    const text = parts.join('');
    return open ? text.replace(/[\r\n]+$/, '') : text;
  });
}

const arbitraryConf = fc.oneof(
  fileOf(fc.oneof(option, option, header, other)).map((text) => `[DEFAULT]\n${text}`),
  fileOf(flag),
  fc.string({ unit: fc.constantFrom('[', ']', 'a', '=', '\n', '\r', ' ', '-', '#') }),
);

/** What a file means. */
function meaning({ form, sections, settings, problems }: NovaConf): unknown {
  return {
    form,
    sections: sections.map((section) => section.name),
    settings: settings.map(({ group, name: key, value: text }) => [group, key, text]),
    problems: problems.map(({ code }) => code),
  };
}

describe('formatting a nova.conf', () => {
  for (const [title, before, after] of table)
    it(title, () => {
      equal(formatted(before), after);
    });

  it('changes nothing but what differs', () => {
    const text = '[a]\nx =1\n';
    const [edit, ...others] = format(viewOf({ [CONF]: text }), uriOf(CONF), OPTIONS);
    deepEqual([edit?.range.start, edit?.newText, others], [{ line: 1, character: 3 }, ' ', []]);
  });

  it('formats no line outside of the range that is asked for', () => {
    const { text, spans } = marked('[a]\nx=1\n<|y=2\n|>z=3\n[b]\n');
    const edits = format(viewOf({ [CONF]: text }), uriOf(CONF), OPTIONS, spans[0]);
    equal(edited(text, edits), '[a]\nx=1\ny = 2\nz=3\n[b]\n');
  });

  it('changes no value, no name and no section, whatever the file', () => {
    fc.assert(
      fc.property(arbitraryConf, (text) => {
        deepEqual(meaning(parseNovaConf(formatted(text))), meaning(parseNovaConf(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryConf, (text) => {
        const once = formatted(text);
        equal(formatted(once), once);
      }),
      { numRuns: 3000 },
    );
  });

  it('changes no meaning where only a part is formatted', () => {
    const part = fc.tuple(arbitraryConf, fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(part, ([text, start, length]) => {
        const span = { start, end: start + length };
        const after = edited(text, format(viewOf({ [CONF]: text }), uriOf(CONF), OPTIONS, span));
        deepEqual(meaning(parseNovaConf(after)), meaning(parseNovaConf(text)));
      }),
      { numRuns: 1000 },
    );
  });
});
