import assert from 'node:assert/strict';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { highlights } from '../../../server/src/languageFeatures/highlights';
import { CONF, DRIVER, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { markedTexts } from './markedTexts';
import { viewOf } from './workspace';

interface Case {
  readonly file: string;
  readonly source: string;
  readonly others?: Texts;
  /** Each highlight, as `kind text`, in the order of the file. */
  readonly expected: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'a key of its own template alone, as read': {
    file: TEMPLATE,
    source: `<vif-templates>
<template vif-type="802.1Qbh"><interface a="\${d|ev}" b='\${dev}' c="\${device}"/></template>
<template vif-type="bridge"><interface a="\${dev}"/></template>
</vif-templates>`,
    expected: ['Read dev', 'Read dev'],
  },
  "a driver's key as written, and none of the template": {
    file: DRIVER,
    source: (SOUND[DRIVER] ?? '').replace("['source_device'", "['source_|device'").replace("{'source_device'", "{'x'"),
    expected: ['Write source_device'],
  },
  'the setting of an option as written, and its references as read': {
    file: CONF,
    source: '[DEFAULT]\na = 1\na = 2\nb = $|a and ${a}\n',
    expected: ['Text a', 'Write a', 'Read a', 'Read a'],
  },
  'a VIF type': {
    file: CONF,
    source: '[DEFAULT]\nlibvirt_vif_type = |bridge\nx = bridge\nlibvirtVIFType = bridge',
    expected: ['Text bridge', 'Text bridge'],
  },
};

const KIND_NAMES = {
  [DocumentHighlightKind.Text]: 'Text',
  [DocumentHighlightKind.Read]: 'Read',
  [DocumentHighlightKind.Write]: 'Write',
};

describe('document highlights', () => {
  for (const [name, { file, source, expected }] of Object.entries(CASES))
    it(`shows ${name}`, () => {
      const { texts, cursors } = markedTexts({ ...SOUND, [file]: source });
      const [cursor] = cursors;
      assert.ok(cursor);
      const view = viewOf(texts);
      const found = highlights(view, cursor.uri, cursor.offset);
      const shown = found
        .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character)
        .map(({ kind, range }) => `${KIND_NAMES[kind ?? 1]} ${view.documentOf(cursor.uri)?.getText(range) ?? ''}`);
      assert.deepEqual(shown, expected);
    });
});
