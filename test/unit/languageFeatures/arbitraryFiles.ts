import fc from 'fast-check';
import { arbitraryFile } from '../template/arbitraryTemplates';
import { arbitraryText, mutated } from '../template/arbitraryTexts';

/** Any text of a template file, most often one gone wrong. */
export const anyTemplate: fc.Arbitrary<string> = fc.oneof(
  arbitraryText,
  mutated(arbitraryFile.map(({ text }) => text)),
);

const LINES = [
  ...['[DEFAULT]', '[libvirt]', '[]', '[', '[a] b', '  [b]', '\ufeff[c]'],
  ...['a = 1', 'a:2', 'b =', '= c', 'd', "e = 'f'", 'g = "', '--h=1', '-i', "--j='k'", '  more', '\tand more', ' # no'],
  ...['# comment', '; comment', '// comment', '', '  ', '\u2003', '\0'],
  ...['libvirt_vif_type = bridge', 'libvirt_vif_driver = drivers.a.A', 'libvirt_xml_template = $a/b.vif.xml'],
];

/** Any text of a nova.conf, in either form, sound or not. */
export const anyConf: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.array(fc.constantFrom(...LINES), { maxLength: 20 }), fc.constantFrom('\n', '\r\n', '\r'))
      .map(([lines, end]) => lines.join(end)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

const CHEETAH = [
  ...[
    "#if $vif_type == 'a'\n",
    "#else if $vif_type in ('b', 'c')\n",
    '#else\n',
    '#end if\n',
    '#if not $a\n',
    '#unless $b\n',
  ],
  ...[
    '#for $nic in $nics\n',
    '#for $v in $vs\n',
    '#end for\n',
    '#set $a = 1\n',
    '#break\n',
    '#stop\n',
    '#end unless\n',
  ],
  ...[
    '$nic.k',
    '${nic.k}',
    "$nic['k']",
    "$getVar('nic.k', 1)",
    "'k' in $nic",
    '$a',
    '${a',
    '$',
    '#',
    '\\$',
    '#raw\n',
    '#end raw\n',
  ],
  ...[
    '<interface>',
    '</interface>',
    "<a b='$nic.k'/>",
    '<a b=$c/>',
    '<a',
    "b='",
    '>',
    '/>',
    '<!--',
    '-->',
    '&',
    '## c\n',
    '#*',
    '*#',
  ],
  ...['#if $a then 1 else 2#', '#echo $a#', '#import os\n', '(', ')', "'", ' ', '\n', '\r\n', 'é😀'],
];

/** Any text of a Cheetah file, mostly one gone wrong. */
export const anyCheetah: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...CHEETAH), { maxLength: 30 })
  .map((parts) => parts.join(''));

/** A folder with a nova.conf and template files of both dialects, and a path: that of one of them. */
export const anyFolder = fc.record({
  texts: fc.record({ 'nova.conf': anyConf, 'a.vif.xml': anyTemplate, 'libvirt.xml.template': anyCheetah }),
  path: fc.constantFrom('nova.conf', 'a.vif.xml', 'libvirt.xml.template'),
});
