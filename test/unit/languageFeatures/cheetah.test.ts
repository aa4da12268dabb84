import assert, { deepEqual, equal, match } from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { codeLenses } from '../../../server/src/languageFeatures/codeLenses';
import { definition } from '../../../server/src/languageFeatures/definition';
import { documentSymbols } from '../../../server/src/languageFeatures/documentSymbols';
import { foldingRanges } from '../../../server/src/languageFeatures/foldingRanges';
import { format } from '../../../server/src/languageFeatures/formatting';
import { highlights } from '../../../server/src/languageFeatures/highlights';
import { hover } from '../../../server/src/languageFeatures/hover';
import { inlayHints } from '../../../server/src/languageFeatures/inlayHints';
import { references } from '../../../server/src/languageFeatures/references';
import { rename } from '../../../server/src/languageFeatures/rename';
import { RenameRefused } from '../../../server/src/languageFeatures/rename/refused';
import { selectionRanges } from '../../../server/src/languageFeatures/selectionRanges';
import { semanticTokens } from '../../../server/src/languageFeatures/semanticTokens';
import { CONF, DRIVER, SOUND, type Texts } from '../check/scenario';
import { applied } from './applyEdits';
import { accepted, labels } from './completions';
import { markedTexts, markTexts } from './markedTexts';
import { pathOf, uriOf, viewOf } from './workspace';

const CHEETAH = 'libvirt.xml.template';
const { [CONF]: conf = '', [DRIVER]: driver = '' } = SOUND;
const OTHERS: Texts = { [CONF]: conf, [DRIVER]: driver };

/** A file in which every place of the key \`source_device\` is marked. */
const MARKED_KEY: Texts = {
  [CONF]: conf,
  [DRIVER]: driver.replaceAll('source_device', '<|source_device|>'),
  [CHEETAH]: `<domain>
#for $nic in $nics
#if $vif_type == '802.1Qbh'
#if $nic.<|source_device|> != '' and '<|source_device|>' in $nic
<interface><source dev='\${nic.<|source_device|>}' file="$nic['<|source_device|>']"/>$getVar('nic.<|source_device|>', 1)</interface>
#end if
#else
<interface>\${nic.source_device}</interface>
#end if
#end for
#set $source_device = 1
$source_device
</domain>
`,
};

describe('A Cheetah file:', () => {
  describe('rename', () => {
    const { texts, places } = markedTexts(MARKED_KEY);
    const view = viewOf(texts);

    for (const { uri, span } of places.filter((place) => place.uri !== uriOf(CONF))) {
      it(`changes a key in the driver and wherever the template names it, from ${pathOf(uri)} at ${span.start}`, () => {
        const edit = rename(view, uri, span.start, 'new_device');
        const wanted = Object.fromEntries(
          Object.entries(MARKED_KEY).map(([path, text]) => [path, text.replaceAll('<|source_device|>', 'new_device')]),
        );
        deepEqual(applied(texts, edit ?? {}), wanted);
      });
    }

    it('refuses a name that Cheetah cannot read behind a dot', () => {
      const at = places.find(({ uri }) => uri === uriOf(CHEETAH));
      assert.ok(at);
      assert.throws(() => rename(view, at.uri, at.span.start, 'new-device'), RenameRefused);
    });
  });

  it('references: finds a key in the driver and in the template of the VIF type', () => {
    const { texts, places } = markedTexts(MARKED_KEY);
    const view = viewOf(texts);
    const [first] = places.filter(({ uri }) => uri === uriOf(CHEETAH));
    assert.ok(first);
    const found = references(view, first.uri, first.span.start, true);
    deepEqual(markTexts(texts, view, found), MARKED_KEY);
  });

  it('references and highlights: finds a name within the file', () => {
    const sources = {
      ...OTHERS,
      [CHEETAH]: '#set $<|a|> = 1\n<b>$<|a|> ${<|a|>} $b.a $c</b>\n#if $<|a|>\n#pass\n#end if\n',
    };
    const { texts, places } = markedTexts(sources);
    const view = viewOf(texts);
    for (const { uri, span } of places) {
      deepEqual(markTexts(texts, view, references(view, uri, span.start, true)), sources);
      equal(highlights(view, uri, span.start).length, places.length);
    }
  });

  it('definition: leads from a key to the driver, and from a VIF type in nova.conf to its branch', () => {
    const { texts, places, cursors } = markedTexts({
      [CONF]: conf.replace('= 802', '= 8|02'),
      [DRIVER]: driver.replace("'source_device'", "'<|source_device|>'"),
      [CHEETAH]:
        "#for $nic in $nics\n#if $vif_type == '<|802.1Qbh|>'\n<interface>$nic.source|_device</interface>\n#end if\n#end for\n",
    });
    const view = viewOf(texts);
    const targets = cursors.flatMap(({ uri, offset }) => definition(view, uri, offset));
    const found = targets.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
    deepEqual(
      markTexts(texts, view, found),
      markTexts(
        texts,
        view,
        places.flatMap(({ uri, span }) => {
          const document = view.documentOf(uri);
          return document
            ? [{ uri, range: { start: document.positionAt(span.start), end: document.positionAt(span.end) } }]
            : [];
        }),
      ),
    );
  });

  describe('hover', () => {
    const hovered = (source: string, others: Texts = {}): string => {
      const { texts, cursors } = markedTexts({ ...OTHERS, ...others, [CHEETAH]: source });
      const [cursor] = cursors;
      assert.ok(cursor);
      const contents = hover(viewOf(texts), cursor.uri, cursor.offset)?.contents;
      return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
    };

    it('says who provides a key', () => {
      match(
        hovered('#for $nic in $nics\n<interface>$nic.source|_device</interface>\n#end for\n'),
        /drivers\.qbh\.QbhDriver.* provides it/,
      );
    });

    it('says where a name comes from', () => {
      match(hovered('<a>$memory|_kb</a>'), /Nova's libvirt driver gave it/);
      match(hovered('#set $x = 1\n<a>$|x</a>'), /This file gives it its value/);
      match(
        hovered('<a>$|x</a>', { 'vif-request.json': '{"template": {"x": 1}}' }),
        /vif-request.json gives its value/,
      );
      match(hovered('<a>$|x</a>'), /Nothing is known to provide it/);
    });

    it('says what becomes of a VIF type', () => {
      match(hovered("#if $vif_type == '802|.1Qbh'\n<interface/>\n#end if\n"), /Selected by .*nova\.conf/);
    });
  });

  describe('completion', () => {
    const texts = OTHERS;
    const loop = (inside: string): string => `#for $nic in $nics\n<interface>\n${inside}\n</interface>\n#end for\n`;
    const at = (inside: string): { texts: Texts; path: string; source: string } => ({
      texts,
      path: CHEETAH,
      source: loop(inside),
    });

    it('offers the keys behind the variable of the loop', () => {
      for (const place of ['$nic.|', '${nic.|}', "a='${nic.|'", '#if $nic.|', "$nic['|", "#if $nic['|']"])
        deepEqual(labels(at(place)).slice(0, 2), ['source_device', 'profile_name'], place);
      deepEqual(labels(at('$other.|')), []);
      equal(accepted(at('<a b="${nic.so|}"/>'), 'source_device'), loop('<a b="${nic.source_device|}"/>'));
    });

    it('offers keys and names behind a $', () => {
      const offers = labels(at('$|'));
      for (const label of ['nic.source_device', 'nic', 'memory_kb', 'vif_type'])
        assert.ok(offers.includes(label), label);
      equal(accepted(at("<a b='$|'/>"), 'nic.source_device'), loop("<a b='${nic.source_device}|'/>"));
      equal(accepted(at("<a b='${|}'/>"), 'memory_kb'), loop("<a b='${memory_kb}|'/>"));
      equal(accepted(at('#if $|'), 'nic.source_device'), loop('#if $nic.source_device|'));
    });

    it('offers VIF types where the VIF type is compared', () => {
      for (const place of ["#if $vif_type == '|'", "#else if $vif_type in ('a', '|", '#if $vif_type != "|"'])
        equal(labels(at(place))[0], '802.1Qbh', place);
      deepEqual(labels(at("#if $type == '|'")), []);
    });

    it('offers directives at the start of a line, to a client that knows tab stops', () => {
      assert.ok(labels(at('  #e|')).includes('#else if'));
      deepEqual(labels({ ...at('#i|'), snippets: false }), []);
      deepEqual(labels(at('a #i|')), []);
    });

    it('offers nothing in a comment or behind an escaped sign', () => {
      deepEqual(labels(at('## $|')), []);
      deepEqual(labels(at('\\$|')), []);
    });
  });

  const WHOLE = `<domain>
#for $nic in $nics
  #if $vif_type == '802.1Qbh'
  <interface type='direct'>
    <mac address='\${nic.mac_address}'/>
  </interface>
  #else
  <interface>
    <source dev='\${nic.source_device}'/>
  </interface>
  #end if
#end for
## a comment
</domain>
`;

  it('outline: has the branches by their VIF types, with what is in them', () => {
    const view = viewOf({ ...OTHERS, [CHEETAH]: WHOLE });
    const lines = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
      symbols.flatMap(({ name, children = [] }) => ['  '.repeat(depth) + name, ...lines(children, depth + 1)]);
    deepEqual(lines(documentSymbols(view, uriOf(CHEETAH))), [
      'domain',
      '  #for $nic in $nics',
      '    802.1Qbh',
      '      interface',
      '        mac',
      '          ${nic.mac_address}',
      '    every other VIF type',
      '      interface',
      '        source',
      '          ${nic.source_device}',
    ]);
  });

  it('folding: folds branches and loops up to the directive that ends them', () => {
    const view = viewOf({ ...OTHERS, [CHEETAH]: WHOLE });
    deepEqual(
      foldingRanges(view, uriOf(CHEETAH))?.map(({ startLine, endLine }) => `${startLine}-${endLine}`),
      ['0-12', '1-10', '2-5', '3-4', '6-9', '7-8'],
    );
  });

  it('selection: grows by the branch, the condition and the loop', () => {
    const view = viewOf({ ...OTHERS, [CHEETAH]: WHOLE });
    const grown: string[] = [];
    let range = selectionRanges(view, uriOf(CHEETAH), [WHOLE.indexOf('mac_address')])?.[0];
    for (; range; range = range.parent) grown.push(view.documentOf(uriOf(CHEETAH))?.getText(range.range) ?? '');
    for (const wanted of ['mac_address', '${nic.mac_address}', "#if $vif_type == '802.1Qbh'\n"])
      assert.ok(
        grown.some((text) => text.startsWith(wanted)),
        wanted,
      );
    equal(grown.at(-1), WHOLE);
  });

  it('lenses: has one over each branch, with what it counts there', () => {
    const view = viewOf({ ...OTHERS, [CHEETAH]: WHOLE }, { computeKeys: ['mac_address'] });
    const shown = codeLenses(view, uriOf(CHEETAH)).map(
      ({ range, command }) => `${range.start.line + 1} ${command?.title ?? ''}`,
    );
    for (const wanted of ['3 Render', '3 1 placeholder', '7 1 placeholder', '7 not selected by a nova.conf'])
      assert.ok(shown.includes(wanted), `${wanted} in ${shown.join(', ')}`);
  });

  it('colours: each key once, by who provides it', () => {
    const shared =
      "#for $nic in $nics\n<interface>$nic.source_device</interface>\n#if $vif_type == '802.1Qbh'\n$nic.x\n#end if\n#end for\n";
    const view = viewOf({ ...OTHERS, [CHEETAH]: shared });
    const tokens = semanticTokens(view, uriOf(CHEETAH))?.data ?? [];
    deepEqual([tokens.length / 5, tokens[3], tokens[8]], [2, 1, 0]);
  });

  it('inlay hints: show the last value of what is put out', () => {
    const view = viewOf({ ...OTHERS, [CHEETAH]: WHOLE }, { lastValues: { mac_address: 'aa', source_device: 'eth5' } });
    deepEqual(
      inlayHints(view, uriOf(CHEETAH), { start: 0, end: WHOLE.length }).map(({ label }) => label),
      ['= aa'],
    );
  });

  it('formatting: changes nothing, for every blank is output', () => {
    const untidy = '<domain>\n      <a/>   \n\n\n\n#if $x\n<b/>\n#end if\n</domain>';
    const view = viewOf({ ...OTHERS, [CHEETAH]: untidy });
    deepEqual(format(view, uriOf(CHEETAH), { tabSize: 2, insertSpaces: true }), []);
  });
});
