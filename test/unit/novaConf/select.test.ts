import assert from 'node:assert/strict';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { select } from '../../../server/src/novaConf/select';
import type { Selection } from '../../../server/src/novaConf/selection';
import { mark, marked } from '../markedText';

function values(text: string): Partial<Record<keyof Selection, string>> {
  const { vifType, driver, templateFile } = select(parseNovaConf(text));
  return {
    ...(vifType && { vifType: vifType.value }),
    ...(driver && { driver: driver.value }),
    ...(templateFile && { templateFile: templateFile.value }),
  };
}

describe('what a nova.conf selects', () => {
  const table: readonly [title: string, text: string, expected: ReturnType<typeof values>][] = [
    ['nothing of an empty file', '', {}],
    ['the VIF type', '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh', { vifType: '802.1Qbh' }],
    ["the VIF type in the proposal's spelling", '[DEFAULT]\nlibvirtVIFType = 802.1Qbh', { vifType: '802.1Qbh' }],
    ['the driver', '[DEFAULT]\nlibvirt_vif_driver = a.B', { driver: 'a.B' }],
    ["the driver in the proposal's spelling", '[DEFAULT]\nlibvirtVIFDriver = a.B', { driver: 'a.B' }],
    ['the driver of [libvirt]', '[libvirt]\nvif_driver = a.B', { driver: 'a.B' }],
    ['the template file', '[DEFAULT]\nlibvirt_xml_template = $p/t.xml\np = /etc', { templateFile: '/etc/t.xml' }],
    [
      'all from flags',
      '--libvirt_vif_type=b\n--libvirtVIFDriver=a.B\n--libvirt_xml_template=t',
      { vifType: 'b', driver: 'a.B', templateFile: 't' },
    ],
    ['the last setting', '[DEFAULT]\nlibvirt_vif_type = a\nlibvirt_vif_type = b', { vifType: 'b' }],
    ['the last setting of any spelling', '[DEFAULT]\nlibvirt_vif_type = a\nlibvirtVIFType = b', { vifType: 'b' }],
    [
      'the driver of [libvirt] before that of [DEFAULT]',
      '[libvirt]\nvif_driver = a.B\n[DEFAULT]\nlibvirt_vif_driver = c.D',
      { driver: 'a.B' },
    ],
    ['nothing of an empty value', '[DEFAULT]\nlibvirt_vif_type =\nlibvirt_vif_driver = ""', {}],
    ['nothing where the last setting is empty', '[DEFAULT]\nlibvirt_vif_type = a\nlibvirt_vif_type =', {}],
    ['nothing where substitution leaves nothing', '[DEFAULT]\nlibvirt_vif_type = $a\na =', {}],
    ['nothing of a bare flag', '--libvirt_vif_type', {}],
    ['a section in letters of any case', '[Libvirt]\nvif_driver = a.B', { driver: 'a.B' }],
    ['nothing of [default]', '[default]\nlibvirt_vif_type = a', {}],
    ['nothing of other sections', '[libvirt]\nlibvirt_vif_type = a\nvif_type = b\n[DEFAULT]\nvif_driver = c', {}],
    ['what stands above every section', 'libvirt_vif_type = a', { vifType: 'a' }],
    ['what stands in a foreign line', '[DEFAULT]\n--libvirt_vif_type=a', { vifType: 'a' }],
    ['a value with its dollar and percent signs', '[DEFAULT]\nlibvirt_vif_type = 50%-$$x', { vifType: '50%-$x' }],
    [
      'what nova has a default for as it is written',
      '[DEFAULT]\nlibvirt_xml_template = $state_path/t',
      { templateFile: '$state_path/t' },
    ],
  ];
  for (const [title, text, expected] of table) {
    it(`is ${title}`, () => {
      assert.deepEqual(values(text), expected);
    });
  }

  it('comes with the places of its settings', () => {
    const source =
      '[DEFAULT]\nlibvirt_vif_type = a\nlibvirt_vif_type = <|b|>\nlibvirt_vif_driver = x\n[libvirt]\nvif_driver = <|a.$x|>\n';
    const { text } = marked(source);
    const { vifType, driver } = select(parseNovaConf(text));
    assert.ok(vifType && driver);
    assert.equal(mark(text, [vifType.setting.valueSpan, driver.setting.valueSpan]), source);
  });
});
