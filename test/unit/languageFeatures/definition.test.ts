import assert from 'node:assert/strict';
import { definition } from '../../../server/src/languageFeatures/definition';
import { CONF, DRIVER, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { markedTexts, markTexts } from './markedTexts';
import { viewOf } from './workspace';

const { [CONF]: conf = '', [TEMPLATE]: template = '', [DRIVER]: driver = '' } = SOUND;

/** A folder with one cursor, and with what it leads to marked. */
interface Step {
  readonly from: Texts;
  readonly to: Texts;
}

/** The sound folder, with one text of it marked. */
function at(file: string, text: string, marked: string): Texts {
  return { [file]: (SOUND[file] ?? '').replace(text, () => marked) };
}

const STEPS: Readonly<Record<string, Step>> = {
  'from a placeholder to the key in the driver': {
    from: at(TEMPLATE, '${source_device}', '${source|_device}'),
    to: at(DRIVER, "['source_device'", "['<|source_device|>'"),
  },
  'from a key in the driver to the placeholders': {
    from: at(DRIVER, "['source_device'", "['sour|ce_device'"),
    to: at(TEMPLATE, '${source_device}', '${<|source_device|>}'),
  },
  'from a placeholder to each driver that fills it, and to no other': {
    from: { [TEMPLATE]: '<interface a="${so|urce_device}"/>' },
    to: {
      [DRIVER]: driver.replace("['source_device'", "['<|source_device|>'"),
      'nova-b.conf': conf.replace('drivers.qbh.Qbh', 'b.B'),
      'b.py': driver.replace('class Qbh', 'class B').replace("['source_device'", "['<|source_device|>'"),
      'nova-c.conf': conf.replace('drivers.qbh.Qbh', 'c.C').replace('802.1Qbh', 'bridge'),
      'c.py': driver.replace('class Qbh', 'class C'),
      'bridge.vif.xml': '<interface a="${source_device}"/>',
    },
  },
  'from a compute key to nowhere': { from: at(TEMPLATE, '${mac_address}', '${mac_|address}'), to: {} },
  'from a key that nobody provides to nowhere': { from: { [TEMPLATE]: '<interface a="${oth|er}"/>' }, to: {} },
  'from the VIF type to its template': {
    from: at(CONF, '802.1Qbh', '802.|1Qbh'),
    to: { [TEMPLATE]: template.replace('interface', '<|interface|>') },
  },
  'from the VIF type to its template in a file of many': {
    from: at(CONF, '802.1Qbh', '802.|1Qbh'),
    to: {
      [TEMPLATE]: '<vif-templates><template vif-type="<|802.1Qbh|>"/><template vif-type="bridge"/></vif-templates>',
    },
  },
  'from a VIF type that was put together to its template': {
    from: { [CONF]: 'libvirt_vif_type = 80|2.$name\nname = 1Qbh\n' },
    to: { [TEMPLATE]: template.replace('interface', '<|interface|>') },
  },
  'from a template to the nova.conf that selects it': {
    from: { [TEMPLATE]: '<vif-templates><template vif-type="80|2.1Qbh"/></vif-templates>' },
    to: { [CONF]: conf.replace('802.1Qbh', '<|802.1Qbh|>') },
  },
  'from a lone interface to the nova.conf that selects its file': {
    from: { [TEMPLATE]: template.replace('interface', 'inter|face') },
    to: { [CONF]: conf.replace('802.1Qbh', '<|802.1Qbh|>') },
  },
  'from a driver name to the class': {
    from: at(CONF, 'drivers.qbh', 'drivers|.qbh'),
    to: at(DRIVER, 'QbhDriver', '<|QbhDriver|>'),
  },
  'from a class to the nova.conf that selects it': {
    from: at(DRIVER, 'QbhDriver', 'Qbh|Driver'),
    to: at(CONF, 'drivers.qbh.QbhDriver', '<|drivers.qbh.QbhDriver|>'),
  },
  'from a driver that is nowhere to nowhere': { from: at(CONF, 'drivers.qbh', 'drivers|.other'), to: {} },
  'from a reference to the setting that counts': {
    from: { [CONF]: '[DEFAULT]\na = 1\na = 2\nb = $|a\n' },
    to: { [CONF]: '[DEFAULT]\na = 1\n<|a|> = 2\nb = $a\n' },
  },
  'from an option to its uses': {
    from: { [CONF]: '[DEFAULT]\n|a = 1\nb = ${a}\n[c]\nd = $a\n' },
    to: { [CONF]: '[DEFAULT]\na = 1\nb = ${<|a|>}\n[c]\nd = $<|a|>\n' },
  },
};

describe('definition', () => {
  for (const [name, { from, to }] of Object.entries(STEPS))
    it(`leads ${name}`, () => {
      const expected = { ...SOUND, ...markedTexts(from).texts, ...to };
      const { texts, cursors } = markedTexts({ ...SOUND, ...markedTexts(to).texts, ...from });
      const view = viewOf(texts);
      const [cursor] = cursors;
      assert.ok(cursor);
      const links = definition(view, cursor.uri, cursor.offset);
      const locations = links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
      assert.deepEqual(markTexts(texts, view, locations), expected);
    });

  it('says what the link covers here, and what it shows there', () => {
    const { texts, cursors } = markedTexts({ ...SOUND, ...at(CONF, '802.1Qbh', '802|.1Qbh') });
    const [cursor] = cursors;
    assert.ok(cursor);
    const [link] = definition(viewOf(texts), cursor.uri, cursor.offset);
    assert.deepEqual(link?.originSelectionRange, {
      start: { line: 1, character: 19 },
      end: { line: 1, character: 27 },
    });
    assert.ok(link);
    assert.deepEqual(link.targetRange, { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } });
    assert.deepEqual(link.targetSelectionRange, { start: { line: 0, character: 1 }, end: { line: 0, character: 10 } });
  });
});
