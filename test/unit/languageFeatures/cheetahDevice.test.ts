import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { hover } from '../../../server/src/languageFeatures/hover';
import { marked } from '../markedText';
import { accepted, labels, offered } from './completions';
import { uriOf, viewOf } from './workspace';

const PATH = 'libvirt.xml.template';
const at = (source: string): { readonly path: string; readonly source: string } => ({ path: PATH, source });

/** A machine with these lines among its devices. */
function devices(...lines: readonly string[]): string {
  return ['<domain>', '<devices>', '#for $nic in $nics', ...lines, '#end for', '</devices>', '</domain>', ''].join(
    '\n',
  );
}

/** What libvirt's model offers at the cursor. */
function words(source: string): readonly string[] {
  return offered(at(source))
    .filter(({ detail }) => detail?.startsWith('libvirt'))
    .map(({ label }) => label);
}

describe("completion of libvirt's interface in a Cheetah file", () => {
  const ACCEPTED: readonly (readonly [name: string, before: string, label: string, after: string])[] = [
    [
      'an element in a branch',
      devices("#if $vif_type == 'a'", "<interface type='direct'>", '  <|', '</interface>', '#end if'),
      'source',
      devices("#if $vif_type == 'a'", "<interface type='direct'>", "  <source dev='eth0'/>", '</interface>', '#end if'),
    ],
    [
      'an element on a line of its own, under a condition',
      devices("<interface type='bridge'>", '#if $a', '  vl|', '#end if', '</interface>'),
      'vlan',
      devices("<interface type='bridge'>", '#if $a', "  <vlan><tag id='100'/></vlan>", '#end if', '</interface>'),
    ],
    [
      'an attribute behind a value',
      devices("<interface type='direct'><source dev='${nic.dev}' mo|/></interface>"),
      'mode',
      devices("<interface type='direct'><source dev='${nic.dev}' mode='vepa'/></interface>"),
    ],
    [
      'an attribute behind a directive in the tag',
      devices("<interface type='direct'><source #if $a < 3#dev='a'#end if# mo|/></interface>"),
      'mode',
      devices("<interface type='direct'><source #if $a < 3#dev='a'#end if# mode='vepa'/></interface>"),
    ],
    [
      'an attribute in a directive of the tag',
      devices("<interface type='direct'><source dev='a' #if $a# mo|#end if#/></interface>").replace('mo|#', 'mo| #'),
      'mode',
      devices("<interface type='direct'><source dev='a' #if $a# mode='vepa' #end if#/></interface>"),
    ],
    [
      'a value',
      devices("<interface type='direct'><source dev='$nic.dev' mode='|'/></interface>"),
      'private',
      devices("<interface type='direct'><source dev='$nic.dev' mode='private|'/></interface>"),
    ],
    [
      'a value without quotes',
      devices('<interface type=|></interface>'),
      'bridge',
      devices("<interface type='bridge'|></interface>"),
    ],
  ];
  for (const [name, before, label, after] of ACCEPTED) {
    it(`writes ${name}`, () => {
      equal(accepted(at(before), label), after);
    });
  }

  it('offers what is there in another branch alone, and not what is there in any case', () => {
    const offers = words(
      devices(
        "<interface type='bridge'>",
        "<mac address='$nic.mac'/>",
        '#if $a',
        "<source bridge='a'/>",
        '#else',
        '<|',
        '#end if',
        '</interface>',
      ),
    );
    ok(offers.includes('source'));
    ok(!offers.includes('mac'));
  });

  it('offers what any type takes where the type is not known', () => {
    for (const type of ['$type', "#if $a then 'bridge' else 'direct'#", '#if $a#bridge#else#direct#end if#']) {
      const offers = words(devices(`<interface type='${type}'><source |/></interface>`));
      for (const name of ['bridge', 'dev']) ok(offers.includes(name), `${name} with ${type}`);
    }
  });

  it('offers nothing of it in directives, comments and values, outside of devices and to clients without snippets', () => {
    for (const inside of [
      '#if $a |',
      '#if $a and x|',
      '## |',
      '#*\n |\n*#',
      '<!-- <| -->',
      "<target dev='$nic.d |'/>",
      '#set |',
    ])
      deepEqual(words(devices("<interface type='bridge'>", inside, '</interface>')), [], inside);
    deepEqual(words('<domain>\n<|\n</domain>'), []);
    const source = devices("<interface type='bridge'>", '<|', '</interface>');
    deepEqual(labels({ ...at(source), snippets: false }), []);
  });

  it('offers keys and directives as ever', () => {
    ok(labels(at(devices("<interface type='bridge'>", '#|', '</interface>'))).includes('#if'));
    deepEqual(words(devices("<interface type='bridge'>", '#|', '</interface>')), []);
    deepEqual(words(devices("<interface type='$|'></interface>")), []);
  });
});

/** What a hover says at the cursor. */
function said(source: string): string {
  const { text, cursors } = marked(devices(source));
  const contents = hover(viewOf({ [PATH]: text }), uriOf(PATH), cursors[0] ?? 0)?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

describe("hover on libvirt's interface in a Cheetah file", () => {
  it('tells of an element, an attribute and a value, also between directives', () => {
    const direct = (inside: string): string => `<interface type='direct'>\n#if $a\n${inside}\n#end if\n</interface>`;
    match(said(direct("<sou|rce mode='vepa'/>")), /libvirt: `<source>`[^]*`dev` \(needed\), `mode`/);
    match(said(direct("<source mo|de='vepa'/>")), /libvirt: `mode` of `<source>`[^]*- `private`: /);
    match(said(direct("<source mode='ve|pa'/>")), /libvirt: `vepa`/);
    match(said(direct("<source #if $b#mo|de='vepa'#end if#/>")), /libvirt: `mode` of `<source>`/);
  });

  it('tells of a name or a key, and not of the attribute around it', () => {
    const interfaceOf = (value: string): string => `<interface type='bridge'><target dev='${value}'/></interface>`;
    ok(!said(interfaceOf('$na|me')).includes('libvirt: `dev`'));
    ok(!said(interfaceOf('${nic.de|v}')).includes('libvirt: `dev`'));
  });

  it('says nothing of what libvirt does not know', () => {
    equal(said("<interface type='direct'><mo|dle/></interface>"), '');
    equal(said('<na|me>a</name>'), '');
  });
});
