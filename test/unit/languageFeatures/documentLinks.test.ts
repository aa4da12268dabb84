import { deepEqual } from 'node:assert/strict';
import { documentLinks } from '../../../server/src/languageFeatures/documentLinks';
import { CONF, DRIVER, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { pathOf, uriOf, viewOf } from './workspace';

/** The links of a nova.conf: what is linked, where it leads, and what is said of it. */
function links(conf: string, texts: Texts = SOUND, path = CONF): readonly string[] {
  const view = viewOf({ ...texts, [path]: conf });
  const document = view.documentOf(uriOf(path));
  return documentLinks(view, uriOf(path)).map(
    ({ range, target, tooltip }) => `${document?.getText(range) ?? ''} -> ${pathOf(target ?? '')} (${tooltip ?? ''})`,
  );
}

describe('documentLinks', () => {
  it('leads from a driver name to the class', () => {
    deepEqual(links(SOUND[CONF] ?? ''), [
      'drivers.qbh.QbhDriver -> drivers/qbh.py#L1,7 (Open the driver drivers.qbh.QbhDriver)',
    ]);
  });

  it('counts lines and columns from 1', () => {
    const texts = { ...SOUND, [DRIVER]: `\n\nclass Other: pass\n${SOUND[DRIVER] ?? ''}` };
    deepEqual(links('--libvirt_vif_driver=drivers.qbh.QbhDriver', texts), [
      'drivers.qbh.QbhDriver -> drivers/qbh.py#L4,7 (Open the driver drivers.qbh.QbhDriver)',
    ]);
  });

  it('leads from every driver name, also where another one counts', () => {
    const conf =
      '[DEFAULT]\na = drivers.qbh\nlibvirtVIFDriver = $a.QbhDriver\n[libvirt]\nvif_driver = drivers.qbh.QbhDriver\n';
    deepEqual(links(conf.replace('$a.', '${a}.')), [
      '${a}.QbhDriver -> drivers/qbh.py#L1,7 (Open the driver drivers.qbh.QbhDriver)',
      'drivers.qbh.QbhDriver -> drivers/qbh.py#L1,7 (Open the driver drivers.qbh.QbhDriver)',
    ]);
  });

  it('leads from the path of a template file to the file, of any dialect', () => {
    deepEqual(links(`[DEFAULT]\nlibvirt_xml_template = ${TEMPLATE}\n`), [
      `${TEMPLATE} -> ${TEMPLATE} (Open ${TEMPLATE})`,
    ]);
    deepEqual(links('[DEFAULT]\nlibvirt_xml_template = a/libvirt.xml.template\n', { 'a/libvirt.xml.template': '' }), [
      'a/libvirt.xml.template -> a/libvirt.xml.template (Open libvirt.xml.template)',
    ]);
    deepEqual(links('[DEFAULT]\nlibvirt_xml_template = ../x.vif.xml\n', { 'x.vif.xml': '' }, 'sub/nova.conf'), [
      '../x.vif.xml -> x.vif.xml (Open x.vif.xml)',
    ]);
  });

  const silent: readonly (readonly [name: string, conf: string])[] = [
    ['a driver that is not there', '[DEFAULT]\nlibvirt_vif_driver = drivers.none.Driver\n'],
    ['a class that is not there', '[DEFAULT]\nlibvirt_vif_driver = drivers.qbh.Driver\n'],
    ['a file that is not there', '[DEFAULT]\nlibvirt_xml_template = none.vif.xml\n'],
    ['a path that only nova knows', '[DEFAULT]\nlibvirt_xml_template = $pybasedir/x\n'],
    ['an option without a value', '[DEFAULT]\nlibvirt_vif_driver =\nlibvirt_xml_template =\n'],
    ['a flag without a value', '--libvirt_xml_template\n'],
    ['the options of others', `[DEFAULT]\nother = ${TEMPLATE}\n`],
  ];
  for (const [name, conf] of silent)
    it(`says nothing of ${name}`, () => {
      deepEqual(links(conf, { ...SOUND, true: '' }), []);
    });

  it('leaves other files alone', () => {
    deepEqual(links(SOUND[TEMPLATE] ?? '', SOUND, TEMPLATE), []);
  });
});
