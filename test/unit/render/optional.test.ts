import { deepEqual, equal } from 'node:assert/strict';
import type { Rendering, Value } from '../../../server/src/render/rendering';
import { renderTemplate } from './renderTemplate';
import { codeBlocks } from '../../codeBlocks';
import { mark } from '../markedText';
import { parsed } from '../template/parsed';

function rendered(text: string, values: Readonly<Record<string, string>>): Rendering {
  const [template] = parsed(text).templates;
  if (template === undefined) throw new Error(`no template in ${text}`);
  const filling = Object.entries(values).map(([key, value]): [string, Value] => [
    key,
    { text: value, origin: 'driver' },
  ]);
  return renderTemplate(text, template, new Map(filling));
}

/** What stands inside of an interface, and what is left of it where `y` alone has a value, `Y`. */
const table: readonly (readonly [name: string, inside: string, left: string])[] = [
  ['fills what has a value', '<a b="${y?}">${y?}</a>', '<a b="Y">Y</a>'],
  ['leaves out an attribute, with the blanks in front of it', '<a  b="${x?}" c="1"/>', '<a c="1"/>'],
  ['leaves out an attribute without quotes', '<a b=${x?} c="1" d=${x?}/>', '<a c="1"/>'],
  ['leaves out an attribute on a line of its own', '<a b="1"\n   c = \'${x?}\'\n   d="2"/>', '<a b="1"\n   d="2"/>'],
  ['leaves out an attribute whatever else its value holds', '<a b="p${y}${z}-${x?}" c="1"/>', '<a c="1"/>'],
  ['leaves out an element without attributes and content', 'p<a b="${x?}"/>q', 'pq'],
  ['leaves out an element with a closing tag', 'p<a b="${x?}"> \n </a>q', 'pq'],
  ['leaves out an element of text alone', 'p<a> ${x?} ${x?}</a>q', 'pq'],
  ['leaves out an element of a CDATA section alone', 'p<a><![CDATA[ ${x?}]]></a>q', 'pq'],
  ['leaves out an element whose children are left out', 'p<a> <b c="${x?}"/> <d>${x?}</d> </a>q', 'pq'],
  ['leaves out the comments in an element with it', 'p<a><!-- <i/> --><b c="${x?}"/><?i j?></a>q', 'pq'],
  ['keeps an element with another attribute', '<a b="1">${x?}</a>', '<a b="1"></a>'],
  ['keeps an element with another child', '<a><b c=${x?}/><d/></a>', '<a><d/></a>'],
  ['keeps an element with other text', '<a>p ${x?}q</a>', '<a>p q</a>'],
  ['keeps an element whose text is no blank to XML', '<a>${x?}\u00a0</a>', '<a>\u00a0</a>'],
  [
    'keeps an element with what a comment looks like',
    '<a>${x?}<![CDATA[<!-- -->]]></a>',
    '<a><![CDATA[<!-- -->]]></a>',
  ],
  ['keeps an element with a placeholder that has a value', '<a>${x?}${y}</a>', '<a>Y</a>'],
  ['keeps an element with a placeholder that is not optional', '<a b="${z}">${x?}</a>', '<a b="${z}"></a>'],
  ['keeps an element that had nothing from the start', '<a><b/><c></c></a>', '<a><b/><c></c></a>'],
  ['keeps an empty element beside what is left out', '<a><b/>${x?}</a>', '<a><b/></a>'],
  ['keeps an element with nothing but a comment', '<a><!-- ${x?} --></a>', '<a><!--  --></a>'],
  ['takes the line of an element with it', '\n  <a/>\n  <b c=${x?}/>\n  <d/>\n', '\n  <a/>\n  <d/>\n'],
  [
    'takes all lines of an element with it',
    '\r\n  <b>\r\n    <c d=${x?}/>\r\n  </b>  \r\n  <d/>\r\n',
    '\r\n  <d/>\r\n',
  ],
  ['takes the line of several elements with it', '\n\t<b c=${x?}/> <d e=${x?}/>\n\t<f/>\n', '\n\t<f/>\n'],
  ['keeps the line of an element that is not alone', '\n  <a/> <b c=${x?}/>\n', '\n  <a/> \n'],
  [
    'keeps the lines of attributes and text',
    '\n  <a\n    b=${x?}>\n    ${x?}\n    <c/>\n  </a>',
    '\n  <a>\n    \n    <c/>\n  </a>',
  ],
  ['fills comments with nothing', '<!-- p${x?}q ${y?} -->', '<!-- pq Y -->'],
  ['fills a CDATA section with nothing', '<![CDATA[p${x?}q]]>', '<![CDATA[pq]]>'],
  ['brings no two dashes of a comment together', '<!--p-${x?}${x?}-q-${x?}-->', '<!--p- -q- -->'],
  [
    'brings no ]]> together in text',
    ']]${x?}> ]${x?}]> ]]<a b=${x?}/>>',
    ']]<![CDATA[]]>> ]<![CDATA[]]>]> ]]<![CDATA[]]>>',
  ],
  ['brings no ]]> together in a CDATA section', '<![CDATA[]${x?}${x?}]>]]>', '<![CDATA[]]]><![CDATA[]>]]>'],
];

describe('renderTemplate: optional placeholders', () => {
  for (const [name, inside, left] of table)
    it(name, () => {
      const { xml, problems } = rendered(`<interface>${inside}</interface>`, { y: 'Y' });
      equal(xml, `<interface>${left}</interface>`);
      deepEqual(problems, []);
    });

  it('leave the interface itself, be it empty', () => {
    equal(rendered('<interface type=${x?}><a b=${x?}/></interface>', {}).xml, '<interface></interface>');
    equal(rendered('<hostdev mode=${x?}/>', {}).xml, '<hostdev/>');
  });

  it('make what docs/templates.md says of its template', () => {
    const [template = '', expected = ''] = codeBlocks('templates.md', 'xml');
    equal(`${rendered(template, { mac_address: '02:00:00:00:00:05', bridge_name: 'br-int' }).xml}\n`, expected);
  });

  it('are not unfilled, and neither is what goes with them', () => {
    const { unfilled, placeholders } = rendered('<interface a="${x?}${r}${y}" b="${s}">${x?}</interface>', { y: '1' });
    deepEqual(
      unfilled.map(({ key }) => key),
      ['s'],
    );
    deepEqual(placeholders, []);
  });

  it('with a value are told apart from the empty value', () => {
    equal(
      rendered('<interface><a b="${x?}">${x?}</a></interface>', { x: '' }).xml,
      '<interface><a b=""></a></interface>',
    );
  });

  it('whose value cannot be written stay as they were written', () => {
    const { xml, problems } = rendered('<interface><a b="${x?}"/></interface>', { x: '\0' });
    equal(xml, '<interface><a b="${x?}"/></interface>');
    deepEqual(
      problems.map(({ code }) => code),
      ['render.value-refused'],
    );
  });

  it('keep the places of all other values right, in a template that stands indented', () => {
    const text = `<vif-templates>
    <template vif-type="ovs">
        <interface
            a='\${p?}'
            b='\${y}'>
            <mtu size='\${mtu?}'/>
            <driver queues='\${q?}' name="\${z}"/>
            <bandwidth>
                <inbound average='\${in?}'/>
            </bandwidth>
            <x>\${y?}</x>
        </interface>
    </template>
</vif-templates>`;
    const { xml, placeholders } = rendered(text, { y: 'Y', z: '<' });
    equal(
      mark(
        xml,
        placeholders.map(({ output }) => output),
      ),
      `<interface
    b='<|Y|>'>
    <driver name="<|&lt;|>"/>
    <x><|Y|></x>
</interface>`,
    );
  });

  it('leave out a deep nest, a long line and many elements without a stack that overflows', () => {
    const deep = '<a>'.repeat(20_000) + '<b c=${x?}/>' + '</a>'.repeat(20_000);
    equal(rendered(`<interface>${deep}</interface>`, {}).xml, '<interface></interface>');
    const many = '<b c=${x?}/> '.repeat(50_000);
    equal(rendered(`<interface>${many}</interface>`, {}).xml, '<interface> </interface>');
    const joints = ']]${x?}>'.repeat(50_000);
    equal(
      rendered(`<interface>${joints}</interface>`, {}).xml,
      `<interface>${']]<![CDATA[]]>>'.repeat(50_000)}</interface>`,
    );
  });
});
