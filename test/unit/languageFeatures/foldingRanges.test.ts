import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { foldingRanges } from '../../../server/src/languageFeatures/foldingRanges';
import { anyFolder } from './arbitraryFiles';
import { uriOf, viewOf } from './workspace';

/** The folds of a file: the first line that each one leaves to be seen, `…`, and the last line that it hides. */
function folds(path: string, text: string): readonly string[] | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  return foldingRanges(viewOf({ [path]: text }), uriOf(path))?.map(({ startLine, endLine, kind }) =>
    [kind ?? '', `${lines[startLine] ?? ''} … ${lines[endLine] ?? ''}`].join(' ').trim(),
  );
}

describe('foldingRanges: a nova.conf', () => {
  it('folds sections up to their last line', () => {
    deepEqual(folds('nova.conf', '[a]\nb = 1\nc = 2\n\n\n[d]\n\n[e]\nf = 3\n'), ['[a] … c = 2', '[e] … f = 3']);
  });

  it('takes a comment right above a section for its own', () => {
    deepEqual(folds('nova.conf', '[a]\nb = 1\n# c\n\n# d \n[e]\nf = 2\n# g\n'), ['[a] … # c', '[e] … # g']);
  });

  it('folds comments of more than one line', () => {
    deepEqual(folds('nova.conf', '# a\n; b\n\n# c\nd = 1\n# e\n# f\n'), ['comment # a … ; b', 'comment # e … # f']);
  });

  it('folds values that go on, even with what looks like a comment', () => {
    deepEqual(folds('nova.conf', 'a = 1\n  2\n  # 3\n  # 4\nb =\n  5\n'), ['a = 1 … # 4', 'b = … 5']);
  });

  it('folds the comments of a flag file', () => {
    deepEqual(folds('nova.conf', '# a\n  // b\n--c=1\n'), ['comment # a … // b']);
  });
});

describe('foldingRanges: a template file', () => {
  it('folds elements, and leaves the closing tag to be seen', () => {
    const text = `<vif-templates>
  <template vif-type='bridge'>
    <interface>
      <mac/>
    </interface>
  </template>
</vif-templates>`;
    deepEqual(folds('a.vif.xml', text), [
      '<vif-templates> … </template>',
      "<template vif-type='bridge'> … </interface>",
      '<interface> … <mac/>',
    ]);
  });

  it('folds comments and tags whole', () => {
    const text = "<!-- a\n b -->\n<interface>\n  <source\n    dev='eth0'\n  />\n</interface>\n";
    deepEqual(folds('a.vif.xml', text), ['comment <!-- a … b -->', '<interface> … />', '<source … />']);
  });

  it('folds nothing where there is no line to hide', () => {
    deepEqual(folds('a.vif.xml', '<interface>\n</interface>'), []);
  });

  it('folds one thing a line, the larger one', () => {
    deepEqual(folds('a.vif.xml', '<interface><a>\n\n</a>\n\n</interface>'), ['<interface><a> …']);
  });

  it('folds what is not closed as far as it reaches', () => {
    deepEqual(folds('a.vif.xml', "<interface>\n  <source dev='a'\n  <mac/>\n"), ['<interface> … <mac/>']);
  });
});

describe('foldingRanges', () => {
  it('leaves the folding of drivers and other files to the client', () => {
    equal(folds('drivers/qbh.py', 'class QbhDriver:\n  pass\n'), undefined);
    equal(folds('notes.txt', '<a>\n\n</a>'), undefined);
  });

  it('gives ranges of lines that are there, in their order, each inside of another one or behind it, for every text', () => {
    fc.assert(
      fc.property(anyFolder, ({ texts, path }) => {
        const view = viewOf(texts);
        const lineCount = view.documentOf(uriOf(path))?.lineCount ?? 0;
        const ranges = foldingRanges(view, uriOf(path)) ?? [];
        const around: number[] = [];
        let last = -1;
        for (const { startLine, endLine } of ranges) {
          ok(last < startLine && startLine < endLine && endLine < lineCount);
          while ((around.at(-1) ?? Infinity) < startLine) around.pop();
          ok(endLine <= (around.at(-1) ?? Infinity));
          around.push(endLine);
          last = startLine;
        }
      }),
      { numRuns: 600 },
    );
  });
});
