import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { codeActions } from '../../../server/src/languageFeatures/codeActions';
import { codeLenses } from '../../../server/src/languageFeatures/codeLenses';
import { documentLinks } from '../../../server/src/languageFeatures/documentLinks';
import { documentSymbols } from '../../../server/src/languageFeatures/documentSymbols';
import { foldingRanges } from '../../../server/src/languageFeatures/foldingRanges';
import { inlayHints } from '../../../server/src/languageFeatures/inlayHints';
import { selectionRanges } from '../../../server/src/languageFeatures/selectionRanges';
import { semanticTokens } from '../../../server/src/languageFeatures/semanticTokens';
import { workspaceSymbols } from '../../../server/src/languageFeatures/workspaceSymbols';
import type { WorkspaceView } from '../../../server/src/languageFeatures/workspaceView';
import { DRIVER, SOUND } from '../check/scenario';
import { anyFolder } from './arbitraryFiles';
import { uriOf, viewOf } from './workspace';

/** What is asked of a whole file; each gives how many things it found. */
const FEATURES: Readonly<Record<string, (view: WorkspaceView, uri: string, length: number) => number>> = {
  documentSymbols: (view, uri) => documentSymbols(view, uri).length,
  workspaceSymbols: (view) => workspaceSymbols(view, 't').length,
  foldingRanges: (view, uri) => foldingRanges(view, uri)?.length ?? 0,
  selectionRanges: (view, uri, length) =>
    selectionRanges(
      view,
      uri,
      Array.from({ length: 1_000 }, (_, index) => Math.floor((index * length) / 1_000)),
    )?.length ?? 0,
  documentLinks: (view, uri) => documentLinks(view, uri).length,
  semanticTokens: (view, uri) => (semanticTokens(view, uri)?.data.length ?? 0) / 5,
  inlayHints: (view, uri, length) => inlayHints(view, uri, { start: 0, end: length }).length,
  codeLenses: (view, uri) => codeLenses(view, uri).length,
};

const COUNT = 10_000;
const TEMPLATE = `<vif-templates>
${Array.from(
  { length: COUNT },
  (_, n) => `<!-- one
  two -->
<template vif-type="t${n}">
  <interface type='direct'>
    <source dev=\${source_device} mode='\${mode}'/>
  </interface>
</template>`,
).join('\n')}
</vif-templates>
`;
const CONF = `${Array.from({ length: COUNT }, (_, n) => `\n# one\n# two\n\n[g${n}]\na = 1\n  2\n`).join('')}[DEFAULT]
libvirt_vif_type = t7
libvirt_vif_driver = drivers.qbh.QbhDriver
`;
const TEXTS = { 'nova.conf': CONF, 'all.vif.xml': TEMPLATE, [DRIVER]: SOUND[DRIVER] ?? '' };

/** How much each feature finds in the template file and in the nova.conf. */
const FOUND: Readonly<Record<string, readonly [inTemplate: number, inConf: number]>> = {
  documentSymbols: [COUNT, COUNT + 1],
  workspaceSymbols: [1_000, 1_000],
  foldingRanges: [1 + 3 * COUNT, 1 + 3 * COUNT],
  selectionRanges: [1_000, 1_000],
  documentLinks: [0, 1],
  semanticTokens: [2 * COUNT, 0],
  inlayHints: [2 * COUNT, 0],
  codeLenses: [2 * COUNT, 0],
};

describe('every feature of the structure of a file', function () {
  this.timeout(30_000);
  const huge = viewOf(TEXTS, { lastValues: { source_device: 'eth5', mode: 'x' } });

  for (const [name, feature] of Object.entries(FEATURES)) {
    it(`answers for files of 50,000 lines and more: ${name}`, () => {
      const counts = [
        feature(huge, uriOf('all.vif.xml'), TEMPLATE.length),
        feature(huge, uriOf('nova.conf'), CONF.length),
      ];
      equal(counts.join(), FOUND[name]?.join());
    });

    it(`answers for every text: ${name}`, () => {
      fc.assert(
        fc.property(anyFolder, ({ texts, path }) => {
          ok(feature(viewOf(texts, { lastValues: { key: '1' } }), uriOf(path), texts[path].length) >= 0);
        }),
      );
    });
  }
});

describe('code actions for a whole file', () => {
  it('are those of its first hundred problems that have a fix', () => {
    const text = `<interface><c><c>${'<a b=x/>'.repeat(500)}</interface>`;
    const view = viewOf({ 'x.vif.xml': text });
    const problems = view.template(uriOf('x.vif.xml'))?.file.problems ?? [];
    const span = { start: 0, end: text.length };
    const actions = codeActions(view, uriOf('x.vif.xml'), problems, span, undefined, { createFiles: false });
    equal(actions.filter(({ title }) => title === 'Quote the attribute value').length, 100);
  });
});
