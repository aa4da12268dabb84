import { deepEqual, equal } from 'node:assert/strict';
import type { PlaceholderContext, Template } from '../../../server/src/template/templateFile';
import { mark, marked } from '../markedText';
import { parsed, PROPOSAL, URI } from './parsed';

const keysOf = ({ placeholders }: Template): readonly string[] => placeholders.map(({ key }) => key);

const TWO_TEMPLATES = `<!-- \${before} -->
<vif-templates>
  \${between}
  <template vif-type="bridge">
    <!-- \${note} -->
    <|<interface a=\${x}>
      <b/>
    </interface>|>
  </template>
  <template vif-type='802.1Qbh'><|<interface a=\${y}/>|></template>
</vif-templates>
`;

describe('parseTemplateFile: the templates of a file', () => {
  it('are one, of the VIF type that the file name gives, for a lone <interface>', () => {
    const { templates } = parsed(PROPOSAL);
    equal(templates.length, 1);
    const [template] = templates;
    equal(template?.vifType, '802.1Qbh');
    equal(template.vifTypeSpan, undefined);
    deepEqual(template.span, { start: 0, end: PROPOSAL.length });
    deepEqual(template.interfaceSpan, { start: 0, end: PROPOSAL.length - 1 });
    deepEqual(keysOf(template), ['mac_address', 'device_name', 'profile_name']);
  });

  it('are one for each <template>, with the VIF type and where it stands', () => {
    const { text } = marked(TWO_TEMPLATES);
    const { templates } = parsed(text);
    deepEqual(
      templates.map(({ vifType }) => vifType),
      ['bridge', '802.1Qbh'],
    );
    const spans = templates.map(({ vifTypeSpan }) => vifTypeSpan ?? { start: 0, end: 0 });
    deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
      ['bridge', '802.1Qbh'],
    );
  });

  it('know where their <interface> stands', () => {
    const { text } = marked(TWO_TEMPLATES);
    const spans = parsed(text).templates.map(({ interfaceSpan }) => interfaceSpan ?? { start: 0, end: 0 });
    equal(mark(text, spans), TWO_TEMPLATES);
  });

  it('reach from <template> to </template>, and hold the placeholders in between', () => {
    const { text } = marked(TWO_TEMPLATES);
    const { templates, placeholders } = parsed(text);
    for (const { span } of templates) {
      equal(text.slice(span.start, span.start + 18), '<template vif-type');
      equal(text.slice(span.end - 11, span.end), '</template>');
    }
    deepEqual(templates.map(keysOf), [['note', 'x'], ['y']]);
    deepEqual(
      placeholders.map(({ key }) => key),
      ['before', 'between', 'note', 'x', 'y'],
    );
  });

  it('end where the next one begins, or the file, where </template> is missing', () => {
    const text =
      '<vif-templates><template vif-type="a"><interface x=${k}/><template vif-type="b"><interface x=${l}/></vif-templates>';
    const { templates } = parsed(text);
    deepEqual(templates.map(keysOf), [['k'], ['l']]);
    equal(templates[0]?.span.end, templates[1]?.span.start);
  });

  it('are all kept where two have one VIF type, and the second problem leads to the first template', () => {
    const { text, spans } = marked(
      '<vif-templates><template vif-type="<|a|>"><interface/></template><template vif-type=\'<|a|>\'><interface/></template></vif-templates>',
    );
    const { templates, problems } = parsed(text);
    equal(templates.length, 2);
    deepEqual(problems[0]?.span, spans[1]);
    deepEqual(problems[0]?.related, [{ uri: URI, span: spans[0], message: 'The first template is here.' }]);
  });

  it('have no VIF type where <template> does not say it, and no interface where there is none', () => {
    const [template] = parsed('<vif-templates><template>${x}</template></vif-templates>').templates;
    const { vifType, vifTypeSpan, interfaceSpan } = template ?? {};
    deepEqual([template !== undefined, vifType, vifTypeSpan, interfaceSpan], [true, undefined, undefined, undefined]);
  });

  it('may hold a <hostdev> in place of an <interface>', () => {
    const source = `<vif-templates>
  <template vif-type="hostdev_physical"><|<hostdev mode='subsystem' type='pci'><source><address bus=\${bus}/></source></hostdev>|></template>
  <template vif-type="bridge"><|<interface/>|></template>
</vif-templates>`;
    const { text } = marked(source);
    const { templates, problems } = parsed(text);
    deepEqual(problems, []);
    equal(
      mark(
        text,
        templates.map(({ interfaceSpan }) => interfaceSpan ?? { start: 0, end: 0 }),
      ),
      source,
    );
    deepEqual(templates.map(keysOf), [['bus'], []]);
  });

  it('may be a lone <hostdev>, and what it calls <interface> inside is no template', () => {
    const text = "<hostdev mode='capabilities' type='net'><source><interface>${dev}</interface></source></hostdev>";
    const { templates, problems } = parsed(text);
    deepEqual(problems, []);
    deepEqual(
      templates.map(({ vifType, interfaceSpan }) => ({ vifType, interfaceSpan })),
      [{ vifType: '802.1Qbh', interfaceSpan: { start: 0, end: text.length } }],
    );
  });

  it('know their own tags', () => {
    const { templates } = parsed(
      '<vif-templates><template><interface><a/></interface></template><template/></vif-templates>',
    );
    deepEqual(
      templates.map(({ tags }) => tags.map(({ name, kind }) => `${kind} ${name}`)),
      [['open template', 'open interface', 'empty a', 'close interface', 'close template'], ['empty template']],
    );
  });

  it('are none where there is no <interface>', () => {
    deepEqual(parsed('<domain>${x}</domain>').templates, []);
    deepEqual(parsed('').templates, []);
  });
});

/** A text with one placeholder, whose range is marked, and what surrounds it. */
const contexts: readonly (readonly [source: string, context: PlaceholderContext])[] = [
  [`<interface a="<|\${x}|>"/>`, 'double-quoted'],
  [`<interface a="it's <|\${x}|>"/>`, 'double-quoted'],
  [`<interface a='<|\${x}|>'/>`, 'single-quoted'],
  [`<interface a=<|\${x}|>/>`, 'unquoted'],
  [`<interface a= <|\${x}|> b='1'/>`, 'unquoted'],
  [`<interface><|\${x}|></interface>`, 'text'],
  [`<interface><a b='1'/><|\${x}|></interface>`, 'text'],
  [`<interface><!-- a="<|\${x}|>" --></interface>`, 'comment'],
  [`<interface><![CDATA[a="<|\${x}|>"]]></interface>`, 'cdata'],
  [`<interface><<|\${x}|>/></interface>`, 'markup'],
  [`<?<|\${x}|>?><interface/>`, 'markup'],
  [`<interface a="😀<|\${x}|>"/>`, 'double-quoted'],
  [`\ufeff<interface>\r\n😀😀\r<|\${x}|></interface>`, 'text'],
];

describe('parseTemplateFile: a placeholder', () => {
  for (const [source, context] of contexts)
    it(`is found with its context: ${JSON.stringify(source)} is ${context}`, () => {
      const { text, spans } = marked(source);
      const { placeholders } = parsed(text);
      deepEqual(
        placeholders.map(({ span }) => span),
        spans,
      );
      equal(placeholders[0]?.context, context);
      equal(placeholders[0].key, 'x');
      const { start, end } = placeholders[0].keySpan;
      deepEqual([start, end], [placeholders[0].span.start + 2, placeholders[0].span.end - 1]);
    });
});
