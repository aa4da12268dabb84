import { lines, type ProblemExample } from './example';

const PROFILE = "  <virtualport type='802.1Qbh'><parameters profileid=${profile_name}/></virtualport>";

/** An interface with these lines in it. */
function around(...written: readonly string[]): string {
  return lines("<interface type='direct'>", ...written, PROFILE, '</interface>');
}

const MAC = '  <mac address=${mac_address}/>';
const SOURCE = "  <source dev=${source_device} mode='private'/>";

export const templateExamples = {
  'placeholder.not-provided': {
    advice:
      'The driver that nova.conf selects does not return this key, so the placeholder stays in the XML and libvirt refuses it. Use a key of the driver, or let the driver provide this one. Where reading the driver cannot tell whether its keys are all, this is only a hint. An optional placeholder, `${key?}`, may stay without a value: there only a key that looks misspelt is a hint.',
    file: '802.1Qbh.vif.xml',
    wrong: around(MAC, "  <source dev=${device_name} mode='private'/>"),
    right: around(MAC, SOURCE),
  },
  'placeholder.sometimes-provided': {
    advice:
      'The driver returns this key on some of its ways only: a condition decides. On the others the placeholder stays in the XML. Let the driver return the key always, if need be with a default, or make the placeholder optional: `${profile_name?}`.',
    file: 'drivers/qbh.py',
    wrong: lines(
      'class QbhDriver(object):',
      '    def getVIFConfiguration(self, instance, network):',
      "        config = {'source_device': 'eth5'}",
      "        if network.get('profile_name'):",
      "            config['profile_name'] = network['profile_name']",
      '        return config',
    ),
    right: lines(
      'class QbhDriver(object):',
      '    def getVIFConfiguration(self, instance, network):',
      "        config = {'source_device': 'eth5'}",
      "        config['profile_name'] = network.get('profile_name', 'default')",
      '        return config',
    ),
  },
  'placeholder.malformed': {
    advice:
      'A placeholder is `${key}`, or `${key?}` where it is optional. A key starts with a letter or `_`, and goes on with letters, digits, `_`, `.` and `-`.',
    file: '802.1Qbh.vif.xml',
    wrong: around(MAC, "  <source dev='${source device}' mode='private'/>"),
    right: around(MAC, SOURCE),
  },
  'placeholder.misplaced': {
    advice:
      'A placeholder stands for an attribute value or for text. It cannot be the name of an element or of an attribute.',
    file: '802.1Qbh.vif.xml',
    wrong: around(MAC, '  <${source_device}/>'),
    right: around(MAC, SOURCE),
  },
  'template.xml-syntax': {
    advice:
      'What is no well-formed XML is refused by libvirt. Close what is open, and write `&amp;` for `&`, `&lt;` for `<`.',
    file: '802.1Qbh.vif.xml',
    wrong: around(MAC, "  <source dev=${source_device} mode='private'>"),
    right: around(MAC, SOURCE),
  },
  'template.quote-missing': {
    advice: 'An attribute value ends with the quote that it starts with.',
    file: '802.1Qbh.vif.xml',
    wrong: around(MAC, "  <source dev=${source_device} mode='private/>"),
    right: around(MAC, SOURCE),
  },
  'template.value-unquoted': {
    advice: 'An attribute value stands in quotes. Only a placeholder may stand without: rendering adds them.',
    file: '802.1Qbh.vif.xml',
    wrong: around(MAC, '  <source dev=${source_device} mode=private/>'),
    right: around(MAC, SOURCE),
  },
  'template.doctype': {
    advice: 'A document type can define entities, which reach other files. Remove it; libvirt needs none.',
    file: '802.1Qbh.vif.xml',
    wrong: '<!DOCTYPE interface>\n' + around(MAC, SOURCE),
    right: around(MAC, SOURCE),
  },
  'template.not-text': {
    advice: 'The file holds a NUL character, so it is no text. Save it as UTF-8.',
    file: '802.1Qbh.vif.xml',
    wrong: around(MAC, '\0' + SOURCE),
    right: around(MAC, SOURCE),
  },
  'template.no-vif-type': {
    advice: 'Nothing can select a template that does not say its VIF type. Write `vif-type="…"`.',
    file: 'vif-templates.vif.xml',
    wrong: lines(
      '<vif-templates>',
      '  <template>',
      "    <interface type='direct'><source dev='eth5'/></interface>",
      '  </template>',
      '</vif-templates>',
    ),
    right: lines(
      '<vif-templates>',
      "  <template vif-type='802.1Qbh'>",
      "    <interface type='direct'><source dev='eth5'/></interface>",
      '  </template>',
      '</vif-templates>',
    ),
  },
  'template.no-interface': {
    advice:
      'A template file holds one `<interface>` or `<hostdev>`, or `<vif-templates>` with a `<template>` for each VIF type.',
    file: '802.1Qbh.vif.xml',
    wrong: lines("<network type='direct'>", '</network>'),
    right: around(MAC, SOURCE),
  },
  'template.vif-type-repeated': {
    advice: 'Only the first template of a VIF type is used. Remove the other, or give it its own VIF type.',
    file: 'vif-templates.vif.xml',
    wrong: lines(
      '<vif-templates>',
      "  <template vif-type='802.1Qbh'><interface type='direct'><source dev='eth5'/></interface></template>",
      "  <template vif-type='802.1Qbh'><interface type='bridge'><source bridge='br0'/></interface></template>",
      '</vif-templates>',
    ),
    right: lines(
      '<vif-templates>',
      "  <template vif-type='802.1Qbh'><interface type='direct'><source dev='eth5'/></interface></template>",
      "  <template vif-type='bridge'><interface type='bridge'><source bridge='br0'/></interface></template>",
      '</vif-templates>',
    ),
  },
} as const satisfies Record<string, ProblemExample>;
