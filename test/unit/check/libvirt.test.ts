import { deepEqual } from 'node:assert/strict';
import { describeRule } from './describeRule';
import { Scenario, SOUND, TEMPLATE } from './scenario';

/** The sound template with these lines in it. */
function template(...inside: readonly string[]): string {
  return (SOUND[TEMPLATE] ?? '').replace('</interface>', `${inside.join('\n')}\n</interface>`);
}

describeRule('libvirt.unknown-element', [
  {
    name: 'is an error, and an alike name mends it in both tags',
    file: TEMPLATE,
    source: template('<<|vlam|>><tag id="7"/></vlam>'),
    severity: 'error',
    message: "libvirt knows no element 'vlam' in this <interface>. Did you mean 'vlan'?",
    fixes: [["Change to 'vlan'", TEMPLATE, template('<vlan><tag id="7"/></vlan>')]],
  },
  {
    name: 'is a warning where an optional placeholder may leave the element out',
    file: TEMPLATE,
    source: template("<<|queue|> size='${size?}'/>"),
    severity: 'warning',
    message: "libvirt knows no element 'queue' in this <interface>.",
  },
]);

describeRule('libvirt.unknown-attribute', [
  {
    name: 'is an error, and an alike name mends it',
    file: TEMPLATE,
    source: template("<target <|devv|>='tap0'/>"),
    severity: 'error',
    message: "libvirt knows no attribute 'devv' of this <target>. Did you mean 'dev'?",
    fixes: [["Change to 'dev'", TEMPLATE, template("<target dev='tap0'/>")]],
  },
]);

describeRule('libvirt.missing', [
  {
    name: 'is a warning: it may still be written',
    file: TEMPLATE,
    source: template('<<|model|>/>'),
    severity: 'warning',
    message: "<model> lacks the attribute 'type'.",
  },
]);

describeRule('libvirt.value', [
  {
    name: 'is an error, and an alike word mends it',
    file: TEMPLATE,
    source: template("<link state='<|dwon|>'/>"),
    severity: 'error',
    message:
      "The attribute 'state' of <link>: 'dwon' is no value that libvirt knows here: up, down. Did you mean 'down'?",
    fixes: [["Change to 'down'", TEMPLATE, template("<link state='down'/>")]],
  },
]);

describe('libvirt checks of templates', () => {
  it('leave a template alone whose XML is broken, and check the others', () => {
    const text = `<vif-templates>
  <template vif-type="a"><interface type='bridge'><source bridge='b'><modle/></interface></template>
  <template vif-type="b"><interface type='bridge'><source bridge='b'/><modle/></interface></template>
</vif-templates>\n`;
    const codes = new Scenario({ 'nova.vif.xml': text }).problems('nova.vif.xml').map(({ code }) => code);
    deepEqual(codes, ['template.xml-syntax', 'libvirt.unknown-element']);
  });

  it('leave a flood of elements alone', () => {
    const text = `<interface type='bridge'>${'<a/>'.repeat(10_000)}</interface>`;
    deepEqual(new Scenario({ 'a.vif.xml': text }).problems('a.vif.xml'), []);
  });
});
