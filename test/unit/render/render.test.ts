import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Rendering, Value } from '../../../server/src/render/rendering';
import { renderTemplate } from './renderTemplate';
import { mark, marked } from '../markedText';
import { parsed, PROPOSAL } from '../template/parsed';

/** Values of a driver, but for `mac_address`, which is nova-compute's. */
function valuesOf(values: Readonly<Record<string, string>>): ReadonlyMap<string, Value> {
  return new Map(
    Object.entries(values).map(([key, text]) => [key, { text, origin: key === 'mac_address' ? 'compute' : 'driver' }]),
  );
}

/** Renders the template of a text that has one, or its template of a VIF type. */
function rendered(text: string, values: Readonly<Record<string, string>>, vifType = '802.1Qbh'): Rendering {
  const template = parsed(text).templates.find((found) => found.vifType === vifType);
  ok(template);
  return renderTemplate(text, template, valuesOf(values));
}

describe('renderTemplate', () => {
  it('renders the template of the proposal', () => {
    const values = { mac_address: '02:00:00:00:00:05', device_name: 'eth5', profile_name: 'enterprise_xyz_dept' };
    const { xml, unfilled, problems } = rendered(PROPOSAL, values);
    equal(
      xml,
      `<interface type='direct'>
  <mac address='02:00:00:00:00:05'/>
  <source dev='eth5' mode='private' />
  <virtualport type='802.1Qbh'>
    <parameters profileid='enterprise_xyz_dept'/>
  </virtualport>
  <model type='virtio' />
</interface>`,
    );
    deepEqual([unfilled, problems], [[], []]);
  });

  it('leaves what no key fills as it was written, and tells it', () => {
    const values = { mac_address: '02:00:00:00:00:05', source_device: 'eth5', profile_name: 'x' };
    const { xml, unfilled, problems } = rendered(PROPOSAL, values);
    ok(xml.includes("<source dev=${device_name} mode='private' />"));
    deepEqual(
      unfilled.map(({ key }) => key),
      ['device_name'],
    );
    deepEqual(problems, []);
  });

  it('never brings ]]> together out of values and what stands around them', () => {
    const text = '<interface>${a}${a}> ]]${b}> ]]${b}${b}> ]${b}]> ]]${b} ></interface>';
    const { xml, problems } = rendered(text, { a: ']', b: '' });
    equal(xml, '<interface>&#93;&#93;> ]]<![CDATA[]]>> ]]<![CDATA[]]>> ]<![CDATA[]]>]> ]] ></interface>');
    deepEqual(problems, []);
  });

  it('says where each value stands in the output, and where it comes from', () => {
    const { xml, placeholders } = rendered(PROPOSAL, { mac_address: '02:5', device_name: '<&>', profile_name: '' });
    const spans = placeholders.map(({ output }) => output);
    equal(mark(xml, spans).split('\n')[1], `  <mac address=<|'02:5'|>/>`);
    equal(mark(xml, spans).split('\n')[2], `  <source dev=<|'&lt;&amp;&gt;'|> mode='private' />`);
    equal(mark(xml, spans).split('\n')[4], `    <parameters profileid=<|''|>/>`);
    deepEqual(
      placeholders.map(({ placeholder, origin }) => `${placeholder.key} ${origin}`),
      ['mac_address compute', 'device_name driver', 'profile_name driver'],
    );
  });

  it('fills a placeholder as often as it stands there', () => {
    equal(rendered('<interface a="${x}${x}">${x}</interface>', { x: '1' }).xml, '<interface a="11">1</interface>');
  });

  it('takes the value of a key as text: a placeholder in it is filled by nobody', () => {
    const { xml, placeholders } = rendered('<interface a=${x} b=${y}/>', { x: '${y}', y: '$& $1' });
    equal(xml, `<interface a='\${y}' b='$&amp; $1'/>`);
    equal(placeholders.length, 2);
  });

  it('fills the placeholders of a comment, and leaves the comment as it was where a value cannot stand there', () => {
    const text = '<interface><!-- ${x} ${y} ${z} --></interface>';
    const { xml, unfilled, problems } = rendered(text, { x: 'eth5', y: 'a--b' });
    equal(xml, '<interface><!-- eth5 ${y} ${z} --></interface>');
    deepEqual([unfilled, problems], [[], []]);
  });

  it('refuses a value that XML cannot hold, and leaves its placeholder as it was written', () => {
    const { text, spans } = marked('<interface a="<|${x}|>" b="${y}"><![CDATA[<|${z}|>]]></interface>');
    const { xml, unfilled, problems } = rendered(text, { x: 'a\0', y: 'b', z: '\r' });
    equal(xml, '<interface a="${x}" b="b"><![CDATA[${z}]]></interface>');
    deepEqual(unfilled, []);
    deepEqual(
      problems.map(({ code, span }) => ({ code, span })),
      spans.map((span) => ({ code: 'render.value-refused', span })),
    );
    ok(problems[0]?.message.startsWith("The value of 'x' cannot be written here"));
  });

  it('renders the <interface> alone, without what stands around it and without its indentation', () => {
    const text = `<?xml version="1.0"?>
<vif-templates>
  <!-- \${mac_address} -->
  <template vif-type="bridge"><interface a='1'/></template>
  <template vif-type="802.1Qbh">
    <!-- \${x} -->
    <interface type='direct'>
      <source dev=\${x}/>
    </interface>
  </template>
</vif-templates>
`;
    const { xml, placeholders } = rendered(text, { x: 'eth5' });
    equal(xml, "<interface type='direct'>\n  <source dev='eth5'/>\n</interface>");
    equal(
      mark(
        xml,
        placeholders.map(({ output }) => output),
      ).split('\n')[1],
      "  <source dev=<|'eth5'|>/>",
    );
    equal(rendered(text, {}, 'bridge').xml, "<interface a='1'/>");
  });

  it('keeps the line ends of the template, and those of a value', () => {
    const { xml } = rendered('<interface>\r\n  <a>${x}</a>\r\n</interface>\r\n', { x: '1\n  2' });
    equal(xml, '<interface>\r\n  <a>1\n  2</a>\r\n</interface>');
  });

  it('has no key by chance: a key may be named like a method of an object', () => {
    deepEqual(
      rendered('<interface a=${toString} b=${__proto__}/>', {}).unfilled.map(({ key }) => key),
      ['toString', '__proto__'],
    );
  });

  it('gives nothing for a template without an <interface>', () => {
    const text = '<vif-templates><template vif-type="802.1Qbh">${x}</template></vif-templates>';
    equal(rendered(text, { x: '1' }).xml, '');
  });
});
