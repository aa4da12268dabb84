import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { SelectionRange } from 'vscode-languageserver-types';
import { toSpan } from '../../../server/src/languageFeatures/convert';
import { selectionRanges } from '../../../server/src/languageFeatures/selectionRanges';
import type { Span } from '../../../server/src/text/span';
import { marked } from '../markedText';
import { anyFolder } from './arbitraryFiles';
import { uriOf, viewOf } from './workspace';

/** The chains of stretches of a text, each from the innermost to the widest. */
function chains(path: string, text: string, offsets: readonly number[]): readonly (readonly Span[])[] {
  const view = viewOf({ [path]: text });
  const document = view.documentOf(uriOf(path));
  const chain = ({ range, parent }: SelectionRange): readonly Span[] => [
    ...(document ? [toSpan(document, range)] : []),
    ...(parent ? chain(parent) : []),
  ];
  return (selectionRanges(view, uriOf(path), offsets) ?? []).map(chain);
}

/** What is selected step by step from the cursor (`|`) of a text, without the step to the whole file. */
function steps(path: string, source: string): readonly string[] {
  const { text, cursors } = marked(source);
  const [chain = []] = chains(path, text, cursors);
  const selected = chain.map(({ start, end }) => text.slice(start, end));
  equal(selected.at(-1), text);
  return selected.slice(0, -1);
}

describe('selectionRanges: a template file', () => {
  const cases: readonly (readonly [name: string, source: string, selected: readonly string[]])[] = [
    [
      'a placeholder in a value',
      "<interface>\n <mac address='x ${device_|name}'/>\n</interface>\n",
      [
        'device_name',
        '${device_name}',
        'x ${device_name}',
        "'x ${device_name}'",
        "address='x ${device_name}'",
        "<mac address='x ${device_name}'/>",
        "\n <mac address='x ${device_name}'/>\n",
        "<interface>\n <mac address='x ${device_name}'/>\n</interface>",
      ],
    ],
    [
      'a placeholder that is an unquoted value',
      '<mac address=${|key}/> ',
      ['key', '${key}', 'address=${key}', '<mac address=${key}/>'],
    ],
    ['an attribute, from the end of its name', '<mac a|="1"/> ', ['a', 'a="1"', '<mac a="1"/>']],
    [
      'a word of a key with a dot',
      '<mac a="${nic|.mac}"/> ',
      ['nic', 'nic.mac', '${nic.mac}', '"${nic.mac}"', 'a="${nic.mac}"', '<mac a="${nic.mac}"/>'],
    ],
    [
      "a tag's name, and the element",
      '<a> <b|b>x</bb> </a>\n',
      ['bb', '<bb>', '<bb>x</bb>', ' <bb>x</bb> ', '<a> <bb>x</bb> </a>'],
    ],
    ['text', '<a>one t|wo</a>\n', ['two', 'one two', '<a>one two</a>']],
    ['a closing tag', '<a> </|a>\n', ['a', '</a>', '<a> </a>']],
    ['a comment', '<!-- one t|wo -->\n', ['two', 'one two', '<!-- one two -->']],
    ['an empty value, which is a step of its own with its quotes', "<a b='|'/>\n", ["''", "b=''", "<a b=''/>"]],
    ['a value that is not closed', "<a b='x|\n/>", ['x', "'x", "b='x"]],
  ];

  for (const [name, source, selected] of cases)
    it(`grows around ${name}`, () => {
      deepEqual(steps('a.vif.xml', source), selected);
    });

  it('answers every cursor', () => {
    equal(chains('a.vif.xml', '<a></a>', [1, 4]).length, 2);
  });

  it('grows by 100 steps at most', () => {
    const text = `${'<a>'.repeat(5_000)}x${'</a>'.repeat(5_000)}`;
    equal(chains('a.vif.xml', text, [15_000])[0]?.length, 101);
  });
});

describe('selectionRanges: a nova.conf', () => {
  const cases: readonly (readonly [name: string, source: string, selected: readonly string[]])[] = [
    ['a value', '[a]\nb = c.d|.e\n\n[f]\n', ['d', 'c.d.e', 'b = c.d.e', '[a]\nb = c.d.e']],
    ['a value in quotes', "a = 'b |c'\n", ['c', 'b c', "'b c'", "a = 'b c'"]],
    ['a value that goes on', 'a = b\n  |c d\n', ['c', 'b\n  c d', 'a = b\n  c d']],
    ['a name', '[a]\n|b = c\n', ['b', 'b = c', '[a]\nb = c']],
    ['a flag', '--a|=b c\n', ['a', '--a=b c']],
    ["a section's name", '[one t|wo]\nb = c\n', ['two', 'one two', '[one two]', '[one two]\nb = c']],
    ['a comment', '# one\n# t|wo\nb = c\n', ['two', '# two', '# one\n# two']],
    ['a blank line of a section', '[a]\n|\nb = c\n', ['[a]\n\nb = c']],
  ];

  for (const [name, source, selected] of cases)
    it(`grows around ${name}`, () => {
      deepEqual(steps('nova.conf', source), selected);
    });
});

describe('selectionRanges', () => {
  it('takes the whole of an empty file', () => {
    deepEqual(chains('nova.conf', '', [0]), [[{ start: 0, end: 0 }]]);
  });

  it('leaves drivers to others', () => {
    deepEqual(chains('drivers/a.py', 'class A: pass', [0]), []);
  });

  it('holds the cursor, and grows with each step up to the whole file, for every text', () => {
    fc.assert(
      fc.property(anyFolder, fc.double({ min: 0, max: 1, noNaN: true }), ({ texts, path }, at) => {
        const text = texts[path];
        const offset = Math.floor(at * text.length);
        const [chain = []] = chains(path, text, [offset]);
        deepEqual(chain.at(-1), { start: 0, end: text.length });
        let inner: Span | undefined;
        for (const { start, end } of chain) {
          ok(start <= offset && offset <= end);
          ok(!inner || (start <= inner.start && inner.end <= end && end - start > inner.end - inner.start));
          inner = { start, end };
        }
      }),
      { numRuns: 600 },
    );
  });
});
