import assert from 'node:assert/strict';
import type { FindingKind } from '../../../server/src/libvirt/finding';
import { findingsIn } from '../../oracles/libvirt/read';
import { mark, marked } from '../markedText';

/** An interface or its template with the one stretch at fault, the kind of fault and what is said of it. */
type Fault = readonly [kind: FindingKind, source: string, message: string];

function describeFaults(subject: string, faults: readonly Fault[]): void {
  describe(subject, () => {
    for (const [kind, source, message] of faults) {
      it(`${kind}: ${source}`, () => {
        const { text } = marked(source);
        const findings = findingsIn(text);
        assert.equal(
          mark(
            text,
            findings.map(({ span }) => span),
          ),
          source,
        );
        assert.deepEqual(
          findings.map((finding) => [finding.kind, finding.message, finding.certain]),
          [[kind, message, true]],
        );
      });
    }
  });
}

function describeSound(subject: string, sources: readonly string[]): void {
  describe(subject, () => {
    for (const source of sources) {
      it(source, () => {
        assert.deepEqual(findingsIn(source), []);
      });
    }
  });
}

const BRIDGE = "<source bridge='br0'/>";

describe("libvirt's interface", () => {
  describeFaults('the names that it knows', [
    [
      'unknown-element',
      `<interface type='bridge'>${BRIDGE}<<|modle|> type='virtio'/></interface>`,
      "libvirt knows no element 'modle' in this <interface>.",
    ],
    [
      'unknown-attribute',
      `<interface type='bridge'>${BRIDGE}<mac address='02:16:3e:00:00:01' <|adress|>='x'/></interface>`,
      "libvirt knows no attribute 'adress' of this <mac>.",
    ],
    [
      'unknown-element',
      "<interface type='ethernet'><<|virtualport|> type='openvswitch'/></interface>",
      "libvirt knows no element 'virtualport' in this <interface>.",
    ],
    [
      'unknown-attribute',
      "<interface type='bridge'><source bridge='br0' <|dev|>='eth0'/></interface>",
      "libvirt knows no attribute 'dev' of this <source>.",
    ],
    [
      'unexpected-text',
      `<interface type='bridge'>${BRIDGE} <|virtio|> </interface>`,
      '<interface> holds no text in libvirt.',
    ],
  ]);

  describeFaults('what it cannot be without', [
    ['missing', '<<|interface|>/>', "<interface> lacks the attribute 'type'."],
    ['missing', "<<|interface|> type='bridge'/>", "<interface> lacks the element 'source'."],
    [
      'missing',
      "<interface type='direct'><<|source|> mode='private'/></interface>",
      "<source> lacks the attribute 'dev'.",
    ],
    [
      'missing',
      "<interface type='direct'><source dev='eth0'/><<|virtualport|> type='802.1Qbh'/></interface>",
      "<virtualport> lacks the element 'parameters'.",
    ],
    [
      'missing',
      "<interface type='direct'><source dev='eth0'/><virtualport type='802.1Qbg'><<|parameters|> managerid='1' typeid='2'/></virtualport></interface>",
      "<parameters> lacks the attribute 'typeidversion'.",
    ],
    [
      'missing',
      "<<|interface|> type='vhostuser'><source type='unix' path='/run/vhost.sock' mode='server'/></interface>",
      "An interface of the type vhostuser needs <model type='virtio'/>.",
    ],
  ]);

  describeFaults('how often a part can be there', [
    [
      'repeated',
      `<interface type='bridge'>${BRIDGE}<model type='virtio'/><<|model|> type='e1000'/></interface>`,
      '<interface> takes one <model>, and this is another.',
    ],
  ]);

  describeFaults('the values that it takes', [
    [
      'value',
      `<interface type='bridge'>${BRIDGE}<mac address='<|01:16:3e:00:00:01|>'/></interface>`,
      "The attribute 'address' of <mac>: '01:16:3e:00:00:01' is no MAC address of a card: six pairs of hex digits between colons, the first pair even.",
    ],
    [
      'value',
      "<interface type='direct'><source dev='eth0'/><virtualport type='802.1Qbh'><parameters profileid='<|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|>'/></virtualport></interface>",
      "The attribute 'profileid' of <parameters>: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' is no profile name of 1 to 39 characters.",
    ],
    [
      'value',
      "<interface type='direct'><source dev='eth0' mode='<|public|>'/></interface>",
      "The attribute 'mode' of <source>: 'public' is no value that libvirt knows here: vepa, bridge, private, passthrough.",
    ],
    [
      'value',
      `<interface type='bridge'>${BRIDGE}<tune><sndbuf><|much|></sndbuf></tune></interface>`,
      'The text of <sndbuf> is no whole number from 0 to 4294967295.',
    ],
  ]);

  describeFaults('the rules that span its parts', [
    [
      'rule',
      "<interface type='user'><<|port|> isolated='yes'/></interface>",
      "<port isolated='yes'/> is for interfaces of the types network and bridge, not user.",
    ],
    [
      'rule',
      `<interface type='bridge'>${BRIDGE}<model type='virtio'/><driver name='<|vfio|>'/></interface>`,
      "The driver 'vfio' is for a device that is given away. Virtio takes qemu or vhost.",
    ],
    [
      'rule',
      `<interface type='bridge'>${BRIDGE}<vlan><tag id='1' nativeMode='tagged'/><tag id='2' <|nativeMode|>='tagged'/></vlan></interface>`,
      'Only one <tag> of a <vlan> can have nativeMode.',
    ],
    [
      'rule',
      `<interface type='bridge'>${BRIDGE}<route address='<|10.0.0.1|>' prefix='24' gateway='10.0.0.254'/></interface>`,
      "'10.0.0.1' is not the address of a network: bits behind its prefix are set.",
    ],
    [
      'rule',
      `<interface type='bridge'>${BRIDGE}<ip address='::ffff:10.0.0.1' family='ipv4' prefix='<|33|>'/></interface>`,
      'The prefix of an IPv4 address is at most 32.',
    ],
  ]);

  describeFaults('a hostdev with a PCI device', [
    [
      'missing',
      "<hostdev mode='subsystem' type='pci'><<|source|>/></hostdev>",
      "<source> lacks the element 'address'.",
    ],
    [
      'value',
      "<hostdev mode='subsystem' type='pci'><source><address bus='0x01' slot='<|0x40|>'/></source></hostdev>",
      "The attribute 'slot' of <address>: '0x40' is no whole number from 0 to 31.",
    ],
  ]);

  describeSound('says nothing of kinds of hostdev that no VIF is', [
    "<hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/><product id='0x2'/></source></hostdev>",
    "<hostdev mode='capabilities' type='net'><source><interface>eth0</interface></source></hostdev>",
  ]);
});

describe('a template of an interface', () => {
  describeSound('lets a placeholder stand for any value that fits', [
    "<interface type='direct'><mac address=${mac_address}/><source dev=${device_name} mode='${mode}'/><virtualport type='802.1Qbh'><parameters profileid=${profile_name}/></virtualport></interface>",
    "<interface type='bridge'><source bridge='br${number}'/><mac address='02:16:3e:${end}'/><tune><sndbuf>${size}</sndbuf></tune></interface>",
    "<interface type='${type}'><source bridge='${bridge}' dev='${device}'/></interface>",
    "<interface type='${type}'>${more}</interface>",
  ]);

  describeSound('lets an optional placeholder take its attribute and its element with it', [
    `<interface type='bridge'>${BRIDGE}<mtu size='\${mtu?}'/><vlan><tag id='\${vlan?}'/></vlan></interface>`,
    `<interface type='bridge'>${BRIDGE}<model type='virtio'/><model type='\${model?}'/></interface>`,
  ]);

  describeFaults('knows what no value can mend', [
    [
      'value',
      `<interface type='bridge'>${BRIDGE}<mac address='<|tap\${number}|>'/></interface>`,
      "The attribute 'address' of <mac>: this is no MAC address of a card: six pairs of hex digits between colons, the first pair even.",
    ],
    [
      'value',
      "<interface type='direct'><source dev='eth0' mode='<|pri${rest}x|>'/></interface>",
      "The attribute 'mode' of <source>: this is no value that libvirt knows here: vepa, bridge, private, passthrough.",
    ],
    [
      'unknown-element',
      "<interface type='${type}'><<|parameters|> profileid='${profile}'/></interface>",
      "libvirt knows no element 'parameters' in this <interface>.",
    ],
  ]);

  it('is not certain of a fault in what may be left out', () => {
    const [finding] = findingsIn(`<interface type='bridge'>${BRIDGE}<mtu sise='\${mtu?}'/></interface>`);
    assert.equal(finding?.certain, false);
  });

  it('is read without its comments, with references as XML has them', () => {
    const text = `<interface type='bridge'><!-- a bridge --><source bridge='br&#45;int'/> <!-- \${more} --></interface>`;
    assert.deepEqual(findingsIn(text), []);
  });

  it('is read however deep it nests', () => {
    const deep = '<x>'.repeat(2_000) + '</x>'.repeat(2_000);
    const kinds = findingsIn(`<interface type='bridge'>${BRIDGE}${deep}</interface>`).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['unknown-element']);
  });
});
