import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readCheetahTemplate } from '../../../server/src/check/readCheetah';
import { marked } from '../markedText';
import { markProblems } from '../cheetahTemplate/read';

const URI = 'file:///libvirt.xml.template';

/** What libvirt's model says of a Cheetah file: its text with the marks, and each message with its severity. */
function said(text: string): readonly [string, ...string[]] {
  const { deviceProblems } = readCheetahTemplate(text, URI);
  const [written] = markProblems(text, deviceProblems);
  return [written, ...deviceProblems.map(({ severity, code, message }) => `${severity} ${code}: ${message}`)];
}

/** An interface of the type bridge with a source, and these lines. */
function bridge(...lines: readonly string[]): string {
  return ["<interface type='bridge'>", "<source bridge='${nic.bridge}'/>", ...lines, '</interface>', ''].join('\n');
}

describe("libvirt's interface in a Cheetah file", () => {
  const FOUND: Readonly<Record<string, readonly [text: string, ...messages: string[]]>> = {
    'an element that libvirt does not know': [
      bridge('<<|modle|> type="virtio"/>'),
      "error libvirt.unknown-element: libvirt knows no element 'modle' in this <interface>. Did you mean 'model'?",
    ],
    'one under a condition, with less certainty': [
      bridge('#if $a', '<<|modle|> type="virtio"/>', '#end if'),
      "warning libvirt.unknown-element: libvirt knows no element 'modle' in this <interface>. Did you mean 'model'?",
    ],
    'an attribute, under a condition in its tag too': [
      bridge("<target <|devv|>='a' dev='b'/>", "<link state='up' #if $a#<|sate|>='up'#end if#/>"),
      "error libvirt.unknown-attribute: libvirt knows no attribute 'devv' of this <target>. Did you mean 'dev'?",
      "warning libvirt.unknown-attribute: libvirt knows no attribute 'sate' of this <link>. Did you mean 'state'?",
    ],
    'a value, and the known part of one': [
      bridge("<link state='<|dwon|>'/>", "<mac address='<|tap${nic.id}|>'/>"),
      "error libvirt.value: The attribute 'state' of <link>: 'dwon' is no value that libvirt knows here: up, down. Did you mean 'down'?",
      "error libvirt.value: The attribute 'address' of <mac>: this is no MAC address of a card: six pairs of hex digits between colons, the first pair even.",
    ],
    'what is missing whatever the conditions are': [
      "<<|interface|> type='direct'>\n#if $a\n<model type='virtio'/>\n#end if\n</interface>\n",
      "warning libvirt.missing: <interface> lacks the element 'source'.",
    ],
    'text where there is none in libvirt': [
      bridge('<|text|>'),
      'error libvirt.unexpected-text: <interface> holds no text in libvirt.',
    ],
    'a rule that spans attributes': [
      bridge("<rom enabled='no' <|file|>='/x'/>"),
      "error libvirt.rule: A <rom enabled='no'> takes no 'file'.",
    ],
    'a device between others in which the text is broken': [
      `${bridge('a & b', '<x/>')}${bridge('<<|modle|>/>')}${bridge('#if $a = 1', '<x/>', '#end if')}`,
      "error libvirt.unknown-element: libvirt knows no element 'modle' in this <interface>. Did you mean 'model'?",
    ],
    "each device of a machine's": [
      "<domain><devices>#for $nic in $nics\n<interface type='bridge'><source bridge='b'/><<|a|>/></interface>\n#end for\n<hostdev mode='subsystem' type='pci'><source><address bus='0x01'/></source><<|b|>/></hostdev></devices></domain>",
      "error libvirt.unknown-element: libvirt knows no element 'a' in this <interface>.",
      "error libvirt.unknown-element: libvirt knows no element 'b' in this <hostdev>.",
    ],
  };
  for (const [name, [source, ...messages]] of Object.entries(FOUND)) {
    it(`is checked: ${name}`, () => {
      deepEqual(said(marked(source).text), [source, ...messages]);
    });
  }

  const SILENT: Readonly<Record<string, string>> = {
    'values of names, members, calls and expressions': bridge(
      "<mac address='$mac'/>",
      "<target dev=\"tap-${nic['id']}-$getVar('n', 1)\"/>",
      "<link state='#if $a then 'up' else 'down'#'/>",
      "<mtu size='#echo 1400 + 100#'/>",
    ),
    'a type that is a value': "<interface type='$type'><source dev='a'/></interface>",
    'a type that hangs on a condition':
      "<interface #if $a#type='bridge'#else#type='direct'#end if#><source dev='a'/></interface>",
    'a value that hangs on a condition': bridge("<link state='#if $a#up#else#down#end if#'/>"),
    'elements in a value': "<interface type='direct'>${nic.extra_params}</interface>",
    'elements in a value behind a condition': "<interface type='direct'>\n#if $a\n$a\n#end if\n</interface>",
    'the elements of alternatives':
      "<interface type='bridge'>\n#if $a\n<source bridge='a'/>\n#else\n<source bridge='b'/>\n#end if\n</interface>",
    'elements in a loop': bridge('#for $p in $ps', "<ip address='$p'/>", '#end for'),
    'a needed element under a condition': "<interface type='direct'>\n#if $a\n<source dev='a'/>\n#end if\n</interface>",
    'rules over alternatives':
      "<interface type='vhostuser'><source type='unix' path='/x' mode='client'/>\n#if $a\n<model type='e1000'/>\n#else\n<model type='virtio'/>\n#end if\n</interface>",
    'a rule that a value may mend':
      "<interface type='vhostuser'><source type='unix' path='/x' mode='client'/>$extra</interface>",
    'attributes in a value': bridge('<model $attributes/>'),
    'a name in a value': bridge("<$name type='virtio'/>"),
    'an element that is opened in two branches':
      "<interface type='bridge'>\n#if $a\n<source bridge='a'>\n#else\n<source bridge='b'>\n#end if\n</source><modle/></interface>",
    'a device whose type is chosen by its tag':
      "#if $a\n<interface type='bridge'>\n#else\n<interface type='direct'>\n#end if\n<modle/></interface>",
    'a directive that is not understood': bridge('#include "more.xml"', '<modle/>'),
    'a comment': bridge('## <modle/>', '#* <modle/> *#', '<!-- <modle/> $a -->'),
    'what stands in no device': '<domain><modle/><network><interface><modle/></interface></network></domain>',
    'a device that is no card': "<hostdev type='usb'><modle/></hostdev>",
    'a flood': `<interface type='bridge'>${'<a/>'.repeat(10_000)}</interface>`,
    "Nova's own file": readFileSync('test/oracles/cheetah/libvirt.xml.template', 'utf8'),
    'the example': readFileSync('examples/cheetah/libvirt.xml.template', 'utf8'),
  };
  for (const [name, text] of Object.entries(SILENT)) {
    it(`raises no false alarm: ${name}`, () => {
      deepEqual(said(text), [text]);
    });
  }

  it('is mended in both tags', () => {
    const { deviceProblems } = readCheetahTemplate(bridge("<vlam><tag id='1'/></vlam>"), URI);
    const changes = deviceProblems.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.changes));
    deepEqual(
      changes.map(({ newText }) => newText),
      ['vlan', 'vlan'],
    );
  });
});
