import { deepEqual } from 'node:assert/strict';
import type { Template } from '../../../server/src/template/templateFile';
import { readLines } from './read';

/** What a template is: its VIF type, the line that it begins with, the line of its interface, its keys. */
function describeTemplate(text: string, { vifType, isDefault, span, interfaceSpan, placeholders }: Template): string {
  const lineAt = (offset: number): string => text.slice(offset).split('\n', 1)[0]?.trim() ?? '';
  const keys = placeholders.map(({ key, optional }) => key + (optional ? '?' : '')).join(' ');
  const shown = interfaceSpan ? lineAt(interfaceSpan.start) : 'no interface';
  return `${isDefault ? 'default' : (vifType ?? '')} | ${lineAt(span.start)} | ${shown} | ${keys}`;
}

const CASES: Readonly<Record<string, readonly [lines: readonly string[], templates: readonly string[]]>> = {
  'a branch for each VIF type, and the default': [
    [
      '#for $nic in $nics',
      "#if $vif_type == 'ethernet'",
      "<interface type='ethernet'>${nic.a}</interface>",
      "#else if '802.1Qbh' == $vif_type",
      "<interface type='direct'>$nic.b</interface>",
      '#else',
      "<interface type='bridge'>${nic['c']}</interface>",
      '#end if',
      '#end for',
    ],
    [
      "ethernet | #if $vif_type == 'ethernet' | <interface type='ethernet'>${nic.a}</interface> | a",
      "802.1Qbh | #else if '802.1Qbh' == $vif_type | <interface type='direct'>$nic.b</interface> | b",
      "default | #else | <interface type='bridge'>${nic['c']}</interface> | c",
    ],
  ],
  'a branch for several VIF types': [
    [
      '#for $n in $nics',
      "#if $vif_type in ('a', 'b') or $vif_type == 'c'",
      '<interface>$n.k</interface>',
      '#end if',
      '#end for',
    ],
    ['a', 'b', 'c'].map(
      (vifType) => `${vifType} | #if $vif_type in ('a', 'b') or $vif_type == 'c' | <interface>$n.k</interface> | k`,
    ),
  ],
  'what stands around the conditions belongs to all': [
    [
      '#for $nic in $nics',
      '<interface>',
      '$nic.mac',
      "#if $getVar('vif_type', 'bridge') == 'a'",
      '$nic.a',
      '#else',
      '$nic.b',
      '#end if',
      '</interface>',
      '#end for',
    ],
    ["a | #if $getVar('vif_type', 'bridge') == 'a' | <interface> | mac a", 'default | #else | <interface> | mac b'],
  ],
  'conditions inside of conditions': [
    [
      '#for $nic in $nics',
      "#if $vif_type in ['a', 'b']",
      '<interface>',
      "#if $vif_type == 'a'",
      '$nic.a',
      '#else',
      '$nic.b',
      '#end if',
      '</interface>',
      '#end if',
      '#end for',
    ],
    ["a | #if $vif_type in ['a', 'b'] | <interface> | a", "b | #if $vif_type in ['a', 'b'] | <interface> | b"],
  ],
  'one VIF type in several conditions': [
    [
      '#for $nic in $nics',
      "#if $vif_type == 'a'",
      '<interface>$nic.a</interface>',
      '#end if',
      "#if $vif_type == 'a' and $nic.x",
      '$nic.b',
      '#end if',
      '#end for',
    ],
    ["a | #if $vif_type == 'a' | <interface>$nic.a</interface> | a x b"],
  ],
  'a VIF type that a condition excludes': [
    ['#for $nic in $nics', "#unless $vif_type != 'a'", '<interface>$nic.a</interface>', '#end unless', '#end for'],
    ["a | #unless $vif_type != 'a' | <interface>$nic.a</interface> | a"],
  ],
  'no condition on the VIF type': [
    ['#for $nic in $nics', '#if $x', '<interface>$nic.a</interface>', '#end if', '#end for'],
    ['default | #for $nic in $nics | <interface>$nic.a</interface> | a'],
  ],
  'a VIF type that the file sets itself says nothing': [
    ["#set $vif_type = 'a'", "#if $vif_type == 'a'", '<interface/>', '#end if'],
    ["default | #set $vif_type = 'a' | <interface/> | "],
  ],
  'no interface at all': [["#if $type == 'a'", '<domain/>', '#end if'], []],
  'a device of the host': [
    ["#if $vif_type == 'hostdev_physical'", '<hostdev/>', '#end if'],
    ["hostdev_physical | #if $vif_type == 'hostdev_physical' | <hostdev/> | "],
  ],
  'keys that are asked for need not be there': [
    [
      '#for $nic in $nics',
      '<interface>',
      "#if 'a' in $nic",
      '$nic.a',
      '#end if',
      "${nic.get('b', 1)} $nic.c.d ${nic['e'].f} $nics[0].g $other.h",
      '</interface>',
      '#end for',
    ],
    ['default | #for $nic in $nics | <interface> | a? a? b? c e g'],
  ],
  'another loop, and a name that is set, are no interfaces': [
    [
      '#for $v in $volumes',
      '$v.a',
      '#end for',
      '#for $nic in $nics',
      '#set $nic = $v',
      '$nic.b<interface/>',
      '#end for',
    ],
    ['default | #for $v in $volumes | <interface/> | '],
  ],
};

describe('The templates of a Cheetah file', () => {
  for (const [title, [lines, templates]] of Object.entries(CASES)) {
    it(title, () => {
      const { text, file } = readLines(...lines);
      deepEqual(
        file.templates.map((template) => describeTemplate(text, template)),
        templates,
      );
    });
  }

  it('have placeholders with what surrounds each', () => {
    const { file } = readLines(
      '#for $nic in $nics',
      `<interface a='$nic.a' b="\${nic.b}"><!-- $nic.c -->$nic.d<![CDATA[$nic.e]]><x $nic.f/>`,
      '#if $nic.g',
      '</interface>',
      '#end if',
      '#end for',
    );
    deepEqual(
      file.placeholders.map(({ key, context }) => `${key} ${context}`),
      ['a single-quoted', 'b double-quoted', 'c comment', 'd text', 'e cdata', 'f markup', 'g directive'],
    );
  });
});
