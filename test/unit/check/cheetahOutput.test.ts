import { deepEqual, ok } from 'node:assert/strict';
import { checkCheetahOutput, type CheckedOutput } from '../../../server/src/check/libvirt/checkCheetahOutput';
import type { PythonValue } from '../../../server/src/pythonValue';
import { rendered } from '../cheetah/rendered';
import { mark, marked } from '../markedText';

function checked(text: string, values: Readonly<Record<string, PythonValue>>): CheckedOutput {
  const outcome = rendered(text, new Map(Object.entries(values)));
  ok(outcome.kind === 'rendered');
  return checkCheetahOutput(outcome.rendering);
}

/** A template, the values that fill it, and what is said where. */
type Case = readonly [source: string, values: Readonly<Record<string, PythonValue>>, ...messages: readonly string[]];

const MAC =
  "The attribute 'address' of <mac>: 'tap0' is no MAC address of a card: six pairs of hex digits between colons, the first pair even.";
const DOMAIN =
  "<domain>\n<devices>\n<interface type='bridge'><source bridge='br0'/>HERE</interface>\n</devices>\n</domain>";
const inDomain = (inside: string): string => DOMAIN.replace('HERE', inside);

const CASES: readonly Case[] = [
  [inDomain("<mac address='<|${mac}|>'/>"), { mac: 'tap0' }, MAC],
  ["<interface type='bridge'><source bridge='br0'/><mac address='<|$mac|>'/></interface>\n", { mac: 'tap0' }, MAC],
  [inDomain('#if $a\n<<|modle|>/>\n#end if\n'), { a: true }, "libvirt knows no element 'modle' in this <interface>."],
  [inDomain('#if $a\n<modle/>\n#end if\n'), { a: false }],
  [inDomain('<|$extra|>'), { extra: '<modle/>' }, "libvirt knows no element 'modle' in this <interface>."],
  [inDomain('<|$extra|>'), { extra: 'text' }, '<interface> holds no text in libvirt.'],
  [
    inDomain("#for $mac in $macs\n<ip address='<|$mac|>'/>\n#end for\n"),
    { macs: ['x', 'y'] },
    "The attribute 'address' of <ip>: 'y' is no IP address.",
  ],
  [
    inDomain("<link state='<|$state|>'/>"),
    { state: '' },
    "The attribute 'state' of <link>: '' is no value that libvirt knows here: up, down.",
  ],
  // What nothing fills may come to be anything.
  [inDomain("<mac address='$missing'/>${more}"), {}],
  ["<interface type='direct'>$missing</interface>", {}],
  ["<interface $missing='bridge'><modle/></interface>", {}],
  ['<domain><interface><modle/></interface></domain>', {}],
];

describe('what libvirt rejects of the output of a Cheetah file', () => {
  for (const [source, values, ...messages] of CASES) {
    it(`is shown in the template: ${source} with ${JSON.stringify(values)}`, () => {
      const { text } = marked(source);
      const { rejected } = checked(text, values);
      deepEqual(
        rejected.map(({ message }) => message),
        messages.map((message) => `libvirt rejects what is rendered: ${message}`),
      );
      deepEqual(mark(text, rejected.map(({ span }) => span)), source); // prettier-ignore
    });
  }
});

describe('what libvirt can be asked of in the output of a Cheetah file', () => {
  const parts = (text: string): readonly string[] => {
    const { domain, devices } = checked(text, { a: 1, nics: [1, 2] });
    return [...(domain ? [domain] : []), ...devices].map(({ name, source }) => `${name} ${source.start}`);
  };

  it('are the domain and each of its devices, and where they stand in the template', () => {
    const text = '<domain><devices>\n#for $nic in $nics\n<interface/>\n#end for\n<hostdev/></devices></domain>';
    const at = (name: string): string => `${name} ${text.indexOf(`<${name}`) + 1}`;
    deepEqual(parts(text), [at('domain'), at('interface'), at('interface'), at('hostdev')]);
  });

  it('are the devices alone where there is no domain', () => {
    deepEqual(parts('<interface/>'), ['interface 1']);
  });

  it('is nothing in which something was not filled in', () => {
    deepEqual(parts("<domain><devices><interface type='$missing'/><interface/></devices></domain>"), ['interface 46']);
  });
});
