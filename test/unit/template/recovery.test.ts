import { deepEqual, equal } from 'node:assert/strict';
import { mark, marked } from '../markedText';
import { codesOf, parsed } from './parsed';

interface BrokenFile {
  readonly name: string;
  /** The range of each problem is marked. */
  readonly source: string;
  /** In the order of the file. */
  readonly codes: readonly string[];
  /** Each placeholder with its context. */
  readonly keys: readonly string[];
}

const files: readonly BrokenFile[] = [
  {
    name: 'a quote is missing before a malformed placeholder and an unquoted value',
    source: `<interface type=<|'direct|>>
  <mac address=<|\${mac address}|>/>
  <source dev=<|eth5|> mode='\${mode}'/>
</interface>`,
    codes: ['template.quote-missing', 'placeholder.malformed', 'template.value-unquoted'],
    keys: ['mode single-quoted'],
  },
  {
    name: 'three quotes are missing, one of them at the end of the file',
    source: `<interface>
  <a b=<|'\${x}|>/>
  <c d=<|"\${y}|> e='1'/>
  <f g=<|'\${z}|>></f></interface>`,
    codes: ['template.quote-missing', 'template.quote-missing', 'template.quote-missing'],
    keys: ['x single-quoted', 'y double-quoted', 'z single-quoted'],
  },
  {
    name: 'the root tag is not closed',
    source: `<<|interface|> type='direct'
  <mac address=\${x}/>
  <source dev=<|eth0|>/>
  <model type='\${y}'/>
</interface>`,
    codes: ['template.xml-syntax', 'template.value-unquoted'],
    keys: ['x unquoted', 'y single-quoted'],
  },
  {
    name: 'tags are not closed, inside of each other',
    source: `<interface>
  <<|a|> b='\${x}'
  <<|c|>
  <d e='\${y}'/></c>
  </a>
  <f>\${z}</f>
</interface>`,
    codes: ['template.xml-syntax', 'template.xml-syntax'],
    keys: ['x single-quoted', 'y single-quoted', 'z text'],
  },
  {
    name: 'an empty tag is not closed behind its slash',
    source: `<interface>\n  <<|source|> dev=\${x}/\n  <model type='\${y}'/>\n</interface>`,
    codes: ['template.xml-syntax'],
    keys: ['x unquoted', 'y single-quoted'],
  },
  {
    name: 'a comment is not closed',
    source: `<interface>
  <|<!--|> \${x} the device
  <source dev='\${y}'/>
  <!-- \${z} -->
  <model type=<|virtio|>/>
</interface>`,
    codes: ['template.xml-syntax', 'template.value-unquoted'],
    keys: ['x comment', 'y single-quoted', 'z comment'],
  },
  {
    name: 'a comment before the root is not closed',
    source: `<|<!--|> The template of 802.1Qbh.\n<interface>\${x}</interface>`,
    codes: ['template.xml-syntax'],
    keys: ['x text'],
  },
  {
    name: 'a CDATA section is not closed',
    source: `<interface><a><|<![CDATA[|> \${x} & </a><b c='\${y}'/></interface>`,
    codes: ['template.xml-syntax'],
    keys: ['x cdata', 'y single-quoted'],
  },
  {
    name: 'a bare & stands before a tag, and another before a quote',
    source: `<interface><a>AT<|&|></a><b c='R<|&|>' d='\${x}'/>\${y}</interface>`,
    codes: ['template.xml-syntax', 'template.xml-syntax'],
    keys: ['x single-quoted', 'y text'],
  },
  {
    name: 'a closing tag is spelt wrongly',
    source: `<interface><<|source|>>\${x}</<|soruce|>><a b=\${y}/></interface>`,
    codes: ['template.xml-syntax', 'template.xml-syntax'],
    keys: ['x text', 'y unquoted'],
  },
  {
    name: 'an element is not closed, and a malformed placeholder stands behind it',
    source: `<interface><<|a|>><b c="<|\${}|>"/>\${x}</interface>`,
    codes: ['template.xml-syntax', 'placeholder.malformed'],
    keys: ['x text'],
  },
  {
    name: 'a document type holds entities',
    source: `<|<!DOCTYPE a [ <!ENTITY b "c"> <!ENTITY d SYSTEM 'file:///e'> ]>|>\n<interface a="<|&b;|>">\${x}<|&d;|></interface>`,
    codes: ['template.doctype', 'template.xml-syntax', 'template.xml-syntax'],
    keys: ['x text'],
  },
  {
    name: 'a document type is not closed',
    source: `<|<!DOCTYPE interface [\n|><|<!ENTITY b "c">|>\n<interface>\${x}</interface>`,
    codes: ['template.doctype', 'template.doctype'],
    keys: ['x text'],
  },
  {
    name: 'a placeholder stands in place of a tag and of an attribute',
    source: `<interface><<|\${tag}|> <|\${name}|>='\${value}' <|\${more}|>/></interface>`,
    codes: ['placeholder.misplaced', 'placeholder.misplaced', 'placeholder.misplaced'],
    keys: ['tag markup', 'name markup', 'value single-quoted', 'more markup'],
  },
  {
    name: 'placeholders are malformed in a row',
    source: '<interface><|${|><|${a|><|${}|>${b}<|${c d}|><|${|></interface>',
    codes: Array<string>(5).fill('placeholder.malformed'),
    keys: ['b text'],
  },
  {
    name: 'one of the templates is broken in the middle of the file',
    source: `<vif-templates>
  <template vif-type="a"><interface x=\${k}/></template>
  <template vif-type="b"><interface><a b=<|'\${l}|>/></interface></template>
  <template vif-type="<|a|>"><<|interface|>><a b=\${m}/></template>
  <<|template|>><interface>\${n}</interface></template>
</vif-templates>`,
    codes: ['template.quote-missing', 'template.vif-type-repeated', 'template.xml-syntax', 'template.no-vif-type'],
    keys: ['k unquoted', 'l single-quoted', 'm unquoted', 'n text'],
  },
  {
    name: 'two roots, with text between them',
    source: `<interface a=\${x}/> <|and|> <<|interface|> a=\${y}/>`,
    codes: ['template.xml-syntax', 'template.xml-syntax'],
    keys: ['x unquoted', 'y unquoted'],
  },
  {
    name: 'a text that is no XML at all',
    source: '<||><|[DEFAULT]\nlibvirt_vif_type = ${x}|>\n',
    codes: ['template.no-interface', 'template.xml-syntax'],
    keys: ['x text'],
  },
];

describe('parseTemplateFile: a broken file still gives every placeholder, every problem, and no other', () => {
  for (const { name, source, codes, keys } of files)
    it(name, () => {
      const { text } = marked(source);
      const { problems, placeholders } = parsed(text);
      deepEqual(
        problems.map(({ code }) => code),
        codes,
      );
      const spans = problems.map(({ span }) => span);
      equal(mark(text, spans), source);
      deepEqual(
        placeholders.map(({ key, context }) => `${key} ${context}`),
        keys,
      );
    });

  it('a malformed placeholder in an unquoted value, and no attribute out of the rest of it', () => {
    deepEqual(codesOf(`<interface><a b=x\${c d} e='1'/></interface>`), [
      'template.value-unquoted',
      'placeholder.malformed',
    ]);
  });
});
