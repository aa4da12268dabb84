import { deepEqual, ok } from 'node:assert/strict';
import { checkRendering } from '../../../server/src/check/libvirt/checkRendering';
import { readTemplate } from '../../../server/src/check/templateView';
import { renderTemplate } from '../render/renderTemplate';
import { mark, marked } from '../markedText';

/** A template, the values that fill it, and what is said where. */
type Case = readonly [source: string, values: Readonly<Record<string, string>>, ...messages: readonly string[]];

const CASES: readonly Case[] = [
  [
    "<interface type='bridge'>\n    <source bridge='br0'/>\n    <mac address='<|${mac}|>'/>\n  </interface>",
    { mac: 'tap0' },
    "libvirt rejects what is rendered: The attribute 'address' of <mac>: 'tap0' is no MAC address of a card: six pairs of hex digits between colons, the first pair even.",
  ],
  [
    "<interface type=${type}><<|virtualport|> type='openvswitch'/><target dev='tap0'/></interface>",
    { type: 'ethernet' },
    "libvirt rejects what is rendered: libvirt knows no element 'virtualport' in this <interface>.",
  ],
  [
    "<interface type='bridge'>\n    <mtu size='${mtu?}'/>\n    <source bridge='br0'/>\n    <target <|device|>='x'/></interface>",
    {},
    "libvirt rejects what is rendered: <target> lacks the attribute 'dev'.",
    "libvirt rejects what is rendered: libvirt knows no attribute 'device' of this <target>.",
  ],
  ["<interface type='bridge'><source bridge='${bridge}'/><mac address='${mac}'/></interface>", { bridge: 'br0' }],
];

describe('what libvirt rejects of a rendering', () => {
  for (const [source, values, ...messages] of CASES) {
    it(`is shown in the template: ${source}`, () => {
      const { text, spans } = marked(source);
      const { file } = readTemplate(text, { uri: 'file:///a.vif.xml', vifType: 'a' });
      const [template] = file.templates;
      ok(template);
      const filling = Object.entries(values).map(([key, value]) => [key, { text: value, origin: 'driver' }] as const);
      const problems = checkRendering(renderTemplate(text, template, new Map(filling)));
      deepEqual(
        problems.map(({ message }) => message),
        messages,
      );
      const last = problems.at(-1);
      if (last) deepEqual(mark(text, [last.span]), mark(text, spans));
    });
  }
});
