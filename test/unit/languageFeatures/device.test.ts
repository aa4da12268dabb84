import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { hover } from '../../../server/src/languageFeatures/hover';
import { marked } from '../markedText';
import { accepted, labels, offered } from './completions';
import { uriOf, viewOf } from './workspace';

const PATH = 'a.vif.xml';
const at = (source: string): { readonly path: string; readonly source: string } => ({ path: PATH, source });

/** What libvirt's model offers at the cursor. */
function words(source: string): readonly string[] {
  return offered(at(source))
    .filter(({ detail }) => detail?.startsWith('libvirt'))
    .map(({ label }) => label);
}

describe("completion of libvirt's interface", () => {
  const ACCEPTED: readonly (readonly [name: string, before: string, label: string, after: string])[] = [
    [
      'an element with what it needs',
      "<interface type='direct'>\n  <|\n</interface>",
      'source',
      "<interface type='direct'>\n  <source dev='eth0'/>\n</interface>",
    ],
    [
      'an element over a half-typed one and its bracket',
      "<interface type='bridge'>\n  <mo|/>\n</interface>",
      'model',
      "<interface type='bridge'>\n  <model type='virtio'/>\n</interface>",
    ],
    [
      'an element on a line of its own',
      "<interface type='bridge'>\n  vl|\n</interface>",
      'vlan',
      "<interface type='bridge'>\n  <vlan><tag id='100'/></vlan>\n</interface>",
    ],
    [
      'an attribute',
      "<interface type='direct'><source dev='eth0' mo|/></interface>",
      'mode',
      "<interface type='direct'><source dev='eth0' mode='vepa'/></interface>",
    ],
    [
      'a value',
      "<interface type='direct'><source dev='eth0' mode='|'/></interface>",
      'private',
      "<interface type='direct'><source dev='eth0' mode='private|'/></interface>",
    ],
    ['a value without quotes', '<interface type=|></interface>', 'bridge', "<interface type='bridge'|></interface>"],
  ];
  for (const [name, before, label, after] of ACCEPTED) {
    it(`writes ${name}`, () => {
      equal(accepted(at(before), label), after);
    });
  }

  it('offers elements of the type of the interface that are not there yet, what is needed first', () => {
    const offers = words(
      "<interface type='direct'><mac address='02:16:3e:00:00:01'/><ip address='::'/>\n<|\n</interface>",
    );
    equal(offers[0], 'source');
    ok(offers.includes('virtualport') && offers.includes('ip'));
    ok(!offers.includes('mac'));
    ok(!words("<interface type='ethernet'>\n<|\n</interface>").includes('virtualport'));
  });

  it('offers the parameters of the type of the virtual port', () => {
    const qbg =
      "<interface type='direct'><virtualport type='802.1Qbg'><parameters typeid='1' |/></virtualport></interface>";
    deepEqual(words(qbg), ['managerid', 'typeidversion', 'instanceid']);
    deepEqual(words(qbg.replace('Qbg', 'Qbh')), ['profileid']);
  });

  it('offers what any type takes where the type is a placeholder', () => {
    const offers = words('<interface type=${type}><source |/></interface>');
    for (const name of ['bridge', 'dev', 'path', 'network']) ok(offers.includes(name), name);
  });

  it('offers nothing outside of a device, in a comment, in a value and to clients without snippets', () => {
    for (const source of [
      '<vif-templates>\n<|\n</vif-templates>',
      "<interface type='bridge'><!-- <| --></interface>",
      "<interface type='bridge'><target dev='a |'/></interface>",
    ])
      deepEqual(words(source), [], source);
    const source = "<interface type='bridge'>\n<|\n</interface>";
    deepEqual(labels({ ...at(source), snippets: false }), []);
  });
});

/** What a hover says at the cursor. */
function said(source: string): string {
  const { text, cursors } = marked(source);
  const contents = hover(viewOf({ [PATH]: text }), uriOf(PATH), cursors[0] ?? 0)?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

describe("hover on libvirt's interface", () => {
  it('tells of an element, what it holds and which of that is needed', () => {
    const text = said("<interface type='direct'><sou|rce mode='vepa'/></interface>");
    match(text, /libvirt: `<source>`[^]*`dev` \(needed\), `mode`/);
  });

  it('tells of an attribute and what it can be', () => {
    const text = said("<interface type='direct'><source mo|de='vepa'/></interface>");
    match(text, /libvirt: `mode` of `<source>`[^]*- `private`: /);
  });

  it('tells of a value', () => {
    match(said("<interface type='direct'><source mode='ve|pa'/></interface>"), /libvirt: `vepa`/);
    match(said("<interface type='bridge'><mtu size='15|00'/></interface>"), /whole number from 0 to 65535/);
  });

  it('says nothing of what libvirt does not know', () => {
    equal(said("<interface type='direct'><mo|dle/></interface>"), '');
    equal(said("<interface type='direct'><source colo|ur='1'/></interface>"), '');
  });
});
