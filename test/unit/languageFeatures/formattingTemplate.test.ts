import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { format } from '../../../server/src/languageFeatures/formatting';
import type { Value } from '../../../server/src/render/rendering';
import { renderTemplate } from '../render/renderTemplate';
import { marked } from '../markedText';
import { arbitraryFile, KEYS } from '../template/arbitraryTemplates';
import { arbitraryText, mutated } from '../template/arbitraryTexts';
import { parsed } from '../template/parsed';
import { edited } from './applyEdits';
import { uriOf, viewOf } from './workspace';

const SPACES: FormattingOptions = { tabSize: 2, insertSpaces: true };
const TABS: FormattingOptions = { tabSize: 2, insertSpaces: false };
const FILE = '802.1Qbh.vif.xml';

function formatted(text: string, options = SPACES): string {
  return edited(text, format(viewOf({ [FILE]: text }), uriOf(FILE), options));
}

const table: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'templates by what they stand in, and each interface as a whole',
    `<vif-templates>
<template vif-type="a">
<interface type='bridge'>
  <mac address=\${mac}/>
</interface>
</template>
</vif-templates>
`,
    `<vif-templates>
  <template vif-type="a">
    <interface type='bridge'>
      <mac address=\${mac}/>
    </interface>
  </template>
</vif-templates>
`,
  ],
  ['a lone interface', '    <interface>\n      <a/>\n    </interface>\n', '<interface>\n  <a/>\n</interface>\n'],
  [
    'a line of an interface that is less indented than its first one stays where rendering has it',
    '    <interface>\n  <a/>\n\t<b/>\n    </interface>\n',
    '<interface>\n  <a/>\n\t<b/>\n</interface>\n',
  ],
  [
    'such a line is indented when it would come to share the indentation',
    '<vif-templates>\n<template vif-type="a">\n      <interface>\n    <a/>\n      </interface>\n</template>\n</vif-templates>\n',
    '<vif-templates>\n  <template vif-type="a">\n    <interface>\n        <a/>\n    </interface>\n  </template>\n</vif-templates>\n',
  ],
  [
    'the lines inside of an interface keep their shape, blanks at their ends and empty ones',
    '  <interface>  \n\n\n     <a/> \n  </interface>  \n',
    '<interface>  \n\n\n   <a/> \n</interface>\n',
  ],
  [
    'an interface with a CDATA section is not touched',
    '  <interface><![CDATA[\n    x]]>\n  </interface>\n',
    '  <interface><![CDATA[\n    x]]>\n  </interface>\n',
  ],
  ['nor is one with a value of several lines', "  <interface a='x\n    y'/>\n\n\n", "  <interface a='x\n    y'/>\n"],
  [
    'an interface behind something else on its line is not touched',
    '<vif-templates>\n<template vif-type="a"> <interface>\n   <a/>\n</interface> </template>\n</vif-templates>',
    '<vif-templates>\n  <template vif-type="a"> <interface>\n   <a/>\n</interface> </template>\n</vif-templates>\n',
  ],
  [
    'a comment of several lines moves as a whole',
    '<vif-templates>\n<!-- one\n       two\n\n-->\n</vif-templates>\n',
    '<vif-templates>\n  <!-- one\n         two\n\n  -->\n</vif-templates>\n',
  ],
  [
    'a tag of several lines moves as a whole',
    '<vif-templates>\n    <template\n        vif-type="a">\n<interface/></template>\n</vif-templates>\n',
    '<vif-templates>\n  <template\n      vif-type="a">\n    <interface/></template>\n</vif-templates>\n',
  ],
  [
    'one empty line in a row, none at the start and at the end',
    '\n\n<vif-templates>\n\n \n  <!-- a -->\n\n</vif-templates>\n\n',
    '<vif-templates>\n\n  <!-- a -->\n\n</vif-templates>\n',
  ],
  ['blanks at the end of a line', '<!-- a -->  \n<interface/>\t', '<!-- a -->\n<interface/>\n'],
  [
    'CRLF',
    '<vif-templates>\r\n<template vif-type="a">\r\n<interface>\r\n\r\n</interface>\r\n</template>\r\n</vif-templates>',
    '<vif-templates>\r\n  <template vif-type="a">\r\n    <interface>\r\n\r\n    </interface>\r\n  </template>\r\n</vif-templates>\r\n',
  ],
  ['a file with a fault is left alone', '  <interface><a></interface>', '  <interface><a></interface>'],
  ['an empty file', '', ''],
];

/** Puts line ends and blanks where a file has none: between its tags, outside of the interfaces. */
const indented = fc
  .tuple(
    arbitraryFile,
    fc.array(fc.constantFrom('\n', '\n  ', '\r\n\t', '\r ', '\n\n\n    ', ' '), { minLength: 1 }),
    fc.boolean(),
  )
  .map(([{ text }, gaps, inside]) => {
    let next = 0;
    const gap = (): string => gaps[next++ % gaps.length] ?? '';
    const spread = text.replace(/<interface|<template|<\/template|<\/vif/g, (tag) => gap() + tag);
    return inside ? spread.replace(/\/>/g, (tag) => tag + gap()) : spread;
  });

const files = fc.oneof(
  indented,
  indented,
  arbitraryFile.map(({ text }) => text),
  mutated(indented),
  arbitraryText,
);

const values: ReadonlyMap<string, Value> = new Map(
  KEYS.map((key) => [key, { text: `<${key}>\n  x`, origin: 'driver' }]),
);

/** What a file renders to, and what it asks for. */
function meaning(text: string): unknown {
  const { templates, placeholders, problems } = parsed(text);
  return {
    rendered: templates.map((template) => [template.vifType, renderTemplate(text, template, values).xml]),
    placeholders: placeholders.map(({ key, context }) => [key, context]),
    problems: problems.map(({ code }) => code),
  };
}

describe('formatting a template file', () => {
  for (const [title, before, after] of table)
    it(title, () => {
      equal(formatted(before), after);
    });

  it('takes tabs where the editor does', () => {
    const text =
      '<vif-templates>\n  <template vif-type="a">\n    <interface>\n      <a/>\n    </interface>\n  </template>\n</vif-templates>\n';
    equal(
      formatted(text, TABS),
      '<vif-templates>\n\t<template vif-type="a">\n\t\t<interface>\n\t\t  <a/>\n\t\t</interface>\n\t</template>\n</vif-templates>\n',
    );
  });

  it('finds nothing to do in the templates that ship', () => {
    const shipped = readFileSync(path.join(import.meta.dirname, '../../../templates/nova.vif.xml'), 'utf8');
    equal(formatted(shipped), shipped);
  });

  it('moves an interface in part not at all', () => {
    const source =
      '<vif-templates>\n<|<template vif-type="a">\n<interface>|>\n</interface>\n</template>\n</vif-templates>\n';
    const { text, spans } = marked(source);
    const edits = format(viewOf({ [FILE]: text }), uriOf(FILE), SPACES, spans[0]);
    equal(
      edited(text, edits),
      '<vif-templates>\n  <template vif-type="a">\n<interface>\n</interface>\n</template>\n</vif-templates>\n',
    );
  });

  for (const options of [SPACES, TABS]) {
    it(`changes no rendered byte and no placeholder, whatever the file (${options.insertSpaces ? 'spaces' : 'tabs'})`, () => {
      fc.assert(
        fc.property(files, (text) => {
          deepEqual(meaning(formatted(text, options)), meaning(text));
        }),
        { numRuns: 800 },
      );
    });

    it(`changes nothing the second time (${options.insertSpaces ? 'spaces' : 'tabs'})`, () => {
      fc.assert(
        fc.property(files, (text) => {
          const once = formatted(text, options);
          equal(formatted(once, options), once);
        }),
        { numRuns: 800 },
      );
    });
  }

  it('changes no rendered byte where only a part is formatted', () => {
    fc.assert(
      fc.property(files, fc.nat(200), fc.nat(200), (text, start, length) => {
        const edits = format(viewOf({ [FILE]: text }), uriOf(FILE), SPACES, { start, end: start + length });
        deepEqual(meaning(edited(text, edits)), meaning(text));
      }),
      { numRuns: 1000 },
    );
  });
});
