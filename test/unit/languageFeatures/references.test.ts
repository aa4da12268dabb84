import assert from 'node:assert/strict';
import { references } from '../../../server/src/languageFeatures/references';
import {
  CONF as CONF_FILE,
  DRIVER as DRIVER_FILE,
  SOUND,
  TEMPLATE as TEMPLATE_FILE,
  type Texts,
} from '../check/scenario';
import { markedTexts, markTexts } from './markedTexts';
import { uriOf, viewOf } from './workspace';

const { [CONF_FILE]: CONF = '', [TEMPLATE_FILE]: TEMPLATE = '', [DRIVER_FILE]: DRIVER = '' } = SOUND;

/** Folders with every place marked that names one and the same thing. */
const THINGS: Readonly<Record<string, Texts>> = {
  'a key, from the template to the driver': {
    ...SOUND,
    '802.1Qbh.vif.xml': '<interface a="${<|dev|>}" b="${other}"><!-- ${<|dev|>} --></interface>',
    'drivers/qbh.py': DRIVER.replace("['source_device'", "['<|dev|>', 'other'").replace("{'source_device'", "{'none'"),
  },
  'a key that no driver provides, in its template alone': {
    ...SOUND,
    '802.1Qbh.vif.xml': '<interface a="${<|dev|>}" b="${<|dev|>}"/>',
    'other.vif.xml': '<interface a="${dev}"/>',
  },
  'a key that two drivers fill in one template, through all that they fill': {
    'nova.conf': CONF.replace('qbh.QbhDriver', 'a.A'),
    'nova-b.conf': CONF.replace('qbh.QbhDriver', 'b.B'),
    'nova-c.conf': CONF.replace('qbh.QbhDriver', 'b.B').replace('802.1Qbh', 'bridge'),
    'nova-d.conf': CONF.replace('qbh.QbhDriver', 'd.D').replace('802.1Qbh', 'ethernet'),
    '802.1Qbh.vif.xml': '<interface a="${<|dev|>}"/>',
    'bridge.vif.xml': '<interface a="${<|dev|>}"/>',
    'ethernet.vif.xml': '<interface a="${dev}"/>',
    'drivers/a.py': "class A:\n    output_keys = ['<|dev|>']\n    def getVIFConfiguration(self, i, n): return {}\n",
    'drivers/b.py': "class B:\n    output_keys = ['<|dev|>']\n    def getVIFConfiguration(self, i, n): return {}\n",
    'drivers/d.py': "class D:\n    output_keys = ['dev']\n    def getVIFConfiguration(self, i, n): return {}\n",
  },
  'a key that two classes inherit': {
    'nova.conf': CONF.replace('QbhDriver', 'A'),
    'nova-b.conf': CONF.replace('QbhDriver', 'B').replace('802.1Qbh', 'bridge'),
    '802.1Qbh.vif.xml': '<interface a="${<|dev|>}"/>',
    'bridge.vif.xml': '<interface a="${<|dev|>}"/>',
    'drivers/qbh.py': `class Base(object):
    output_keys = ['<|dev|>']
    def getVIFConfiguration(self, instance, network): return {}

class A(Base): pass
class B(Base): pass
`,
  },
  'a key that is inherited from another module': {
    'nova.conf': CONF,
    '802.1Qbh.vif.xml': '<interface a="${<|dev|>}"/>',
    'drivers/base.py': `class Base(object):
    def getVIFConfiguration(self, instance, network):
        return {'<|dev|>': 1}
`,
    'drivers/qbh.py': `from drivers.base import Base

class QbhDriver(Base):
    def getVIFConfiguration(self, instance, network):
        answer = super().getVIFConfiguration(instance, network)
        answer['<|dev|>'] = 2
        return answer
`,
  },
  'a compute key, in every template': {
    ...SOUND,
    '802.1Qbh.vif.xml': '<interface a="${<|mac_address|>}"/>',
    'other.vif.xml': '<interface a="${<|mac_address|>}" b="${source_device}"/>',
  },
  'a VIF type': {
    ...SOUND,
    'nova.conf': CONF.replace('802.1Qbh', '<|802.1Qbh|>'),
    '802.1Qbh.vif.xml': TEMPLATE.replace('interface ', '<|interface|> '),
    'all.vif.xml': `<vif-templates>
  <template vif-type="<|802.1Qbh|>"><interface/></template>
  <template vif-type="bridge"><interface/></template>
</vif-templates>`,
  },
  'a VIF type that a nova.conf sets twice': {
    ...SOUND,
    'nova.conf': 'libvirt_vif_type = <|bridge|>\nlibvirtVIFType=<|bridge|>\n',
    'bridge.vif.xml': '<<|interface|>></interface>',
  },
  'a VIF type without a template': { 'nova.conf': '--libvirt_vif_type=<|bridge|>\n' },
  'a driver': {
    ...SOUND,
    'nova.conf': CONF.replace('drivers.qbh.QbhDriver', '<|drivers.qbh.QbhDriver|>'),
    'nova-2.conf': '[libvirt]\nvif_driver = "<|drivers.qbh.QbhDriver|>"\n[DEFAULT]\nlibvirt_vif_driver=a.B',
    'drivers/qbh.py': DRIVER.replace('QbhDriver', '<|QbhDriver|>'),
  },
  'a driver in JavaScript without a name': {
    'nova.conf': 'libvirt_vif_driver = <|driver.Any|>\n',
    'nova-2.conf': 'libvirt_vif_driver = <|driver.Other|>\n',
    'driver.mjs': 'export default <|class|> { getVIFConfiguration() { return {}; } }',
  },
  'a driver that is nowhere': {
    'nova.conf': 'libvirt_vif_driver = <|a.B|>\n',
    'nova-2.conf': 'libvirt_vif_driver = <|a.B|>\nlibvirt_vif_type = a.B',
  },
  'an option, by its references': {
    'nova.conf': `[DEFAULT]
<|name|> = a
<|name|> = qbh
name2 = $$name \\$name name
[libvirt]
x = $<|name|> \${<|name|>}.$name2
  $<|name|>
[other]
name = 1
x = $name
`,
  },
  'an option of a section': {
    'nova.conf': `[DEFAULT]
y = $name
[Other]
<|name|> = 1
x = $<|name|>
[DEFAULT]
x = $<|other.name|>
name = 2
`,
  },
  'an option that is not set': { 'nova.conf': '[a]\nx = $<|my_ip|>\n[b]\ny = ${<|my_ip|>}' },
  'a section': { 'nova.conf': '<|[libvirt]|>\n[DEFAULT]\n<|[LibVirt]|>\n' },
};

describe('references', () => {
  for (const [name, sources] of Object.entries(THINGS))
    it(`finds ${name}, from each of its places`, () => {
      const { texts, places } = markedTexts(sources);
      const view = viewOf(texts);
      assert.ok(places.length > 0);
      for (const { uri, span } of places)
        for (const offset of new Set([span.start, span.end])) {
          const found = references(view, uri, offset, true);
          assert.deepEqual(markTexts(texts, view, found), sources, `from ${uri} at ${String(offset)}`);
        }
    });

  it('leaves out where the thing is defined, where the client asks so', () => {
    const view = viewOf(SOUND);
    const found = references(view, uriOf(CONF_FILE), CONF.indexOf('QbhDriver'), false);
    const expected = { ...SOUND, [CONF_FILE]: CONF.replace('drivers.qbh.QbhDriver', '<|drivers.qbh.QbhDriver|>') };
    assert.deepEqual(markTexts(SOUND, view, found), expected);
  });

  it('finds nothing where nothing of ours is named', () => {
    const { texts, cursors } = markedTexts({
      'nova.conf': '|# libvirt_vif_type\n[DEFAULT]\nmy_ip = 10.|0.0.1\n--empty =|\n',
      'bridge.vif.xml': '<inter|face ty|pe="a"/>'.replace('|', ''),
      'driver.py': 'x = 1|\nclass NoDri|ver: pass',
      'libvirt.xml.template': '<inter|face/>',
      'vif-request.json': '{"|": 1}',
      'missing.conf': '|',
    });
    const view = viewOf(texts);
    for (const { uri, offset } of cursors) assert.deepEqual(references(view, uri, offset, true), [], uri);
    assert.deepEqual(references(view, uriOf('gone.py'), 0, true), []);
  });
});
