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

/** A folder with a nova.conf and a template file, and a path: that of one of the two. */
export const anyFolder = fc.record({
  texts: fc.record({ 'nova.conf': anyConf, 'a.vif.xml': anyTemplate }),
  path: fc.constantFrom('nova.conf', 'a.vif.xml'),
});
