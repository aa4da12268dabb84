import assert from 'node:assert/strict';
import { prepareRename, rename, RenameRefused } from '../../../server/src/languageFeatures/rename';
import { CONF, DRIVER, Scenario, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { applied } from './applyEdits';
import { markedTexts, type MarkedTexts } from './markedTexts';
import { pathOf, viewOf } from './workspace';

const { [CONF]: conf = '', [TEMPLATE]: template = '', [DRIVER]: driver = '' } = SOUND;

/** A driver of two keys that is read whole. */
function driverOf(className: string, ...keys: readonly string[]): string {
  const entries = keys.map((key) => `'${key}': '1'`).join(', ');
  return `class ${className}:\n    def getVIFConfiguration(self, instance, network):\n        return {${entries}}\n`;
}

const B_CONF = conf.replace('drivers.qbh.Qbh', 'b.B');
const bridge = (text: string): string => text.replace('802.1Qbh', 'bridge');

/** Folders with every place marked that a rename changes. */
const RENAMES: Readonly<Record<string, Texts>> = {
  'a key in the driver and in its template, and in nothing else': {
    ...SOUND,
    [TEMPLATE]: template
      .replace('{source_device}', '{<|source_device|>}')
      .replace('</interface>', '<!-- ${<|source_device|>} source_device --></interface>'),
    [DRIVER]: driver
      .replace("['source_device'", "['<|source_device|>'")
      .replace("{'source_device'", "{'<|source_device|>'"),
    'bridge.vif.xml': '<interface a="${source_device}"/>',
    'vif-request.json': '{ "network": { "source_device": "eth0" } }',
  },
  'a key of two drivers that fill one template, in both and in all that they fill': {
    ...SOUND,
    'nova-b.conf': B_CONF,
    'nova-c.conf': bridge(B_CONF),
    [TEMPLATE]: '<interface a="${<|dev|>}"/>',
    'bridge.vif.xml': '<interface b="${<|dev|>}"/>',
    [DRIVER]: driverOf('QbhDriver', '<|dev|>'),
    'b.py': driverOf('BDriver', '<|dev|>'),
  },
  'a key of an optional placeholder, which stays optional': {
    ...SOUND,
    [TEMPLATE]: '<interface a="${<|dev|>?}">${<|dev|>}</interface>',
    [DRIVER]: driverOf('QbhDriver', '<|dev|>'),
  },
  'a key that another driver of the template does not provide, without that driver': {
    ...SOUND,
    'nova-b.conf': B_CONF,
    [TEMPLATE]: '<interface a="${<|dev|>}"/>',
    [DRIVER]: driverOf('QbhDriver', '<|dev|>'),
    'b.py': driverOf('BDriver', 'other'),
  },
  'a key that no driver provides, in its template alone': {
    ...SOUND,
    [TEMPLATE]: '<interface a="${<|device|>}" b="${<|device|>}"/>',
    [DRIVER]: driverOf('QbhDriver', 'dev'),
  },
  'a key that no template uses, in the driver alone': {
    ...SOUND,
    [TEMPLATE]: '<interface/>',
    [DRIVER]: driverOf('QbhDriver', '<|dev|>'),
  },
  'a key that two drivers inherit from another module': {
    ...SOUND,
    'nova-b.conf': bridge(B_CONF),
    [TEMPLATE]: '<interface a="${<|dev|>}"/>',
    'bridge.vif.xml': '<interface b="${<|dev|>}"/>',
    'base.py': driverOf('Base', '<|dev|>'),
    [DRIVER]: 'from base import Base\nclass QbhDriver(Base): pass\n',
    'b.py': 'import base\nclass BDriver(base.Base): pass\n',
  },
  'a key of a JavaScript driver': {
    [CONF]: conf.replace('drivers.qbh', 'qbh'),
    [TEMPLATE]: '<interface a="${<|dev|>}"/>',
    'qbh.mjs': `export default class QbhDriver {
  getVIFConfiguration() {
    const answer = { <|dev|>: 'a' };
    answer.<|dev|> = 'b';
    answer['<|dev|>'] = 'c';
    return answer;
  }
}
`,
  },
};

/** What the marked texts are once every mark is renamed. */
function renamed(sources: Texts, newName: string): Texts {
  return Object.fromEntries(
    Object.entries(sources).map(([path, source]) => [path, source.replace(/<\|.*?\|>/g, () => newName)]),
  );
}

/** How many problems of each code there are in a folder. */
function problemCounts(texts: Texts): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const scenario = new Scenario(texts);
  for (const { code } of Object.keys(texts).flatMap((path) => scenario.problems(path)))
    counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof RenameRefused) return error.message;
    throw error;
  }
  return '';
}

function cursorIn(sources: Texts): Pick<MarkedTexts, 'texts'> & MarkedTexts['cursors'][number] {
  const { texts, cursors } = markedTexts(sources);
  const [cursor] = cursors;
  assert.ok(cursor);
  return { texts, ...cursor };
}

describe('rename', () => {
  for (const [name, sources] of Object.entries(RENAMES)) {
    const { texts, places } = markedTexts(sources);
    const view = viewOf(texts);

    it(`gives another name to ${name}, from each of its places`, () => {
      assert.ok(places.length > 0);
      for (const { uri, span } of places) {
        const edit = rename(view, uri, span.start, 'new_name');
        assert.deepEqual(
          applied(texts, edit ?? {}),
          renamed(sources, 'new_name'),
          `from ${uri} at ${String(span.start)}`,
        );
      }
    });

    it(`brings no problem about and can be undone: ${name}`, () => {
      const [place] = places;
      assert.ok(place);
      const old = texts[pathOf(place.uri)]?.slice(place.span.start, place.span.end) ?? '';
      const after = applied(texts, rename(view, place.uri, place.span.start, 'new_name') ?? {});
      assert.deepEqual(problemCounts(after), problemCounts(texts));
      const back = rename(viewOf(after), place.uri, place.span.start, old);
      assert.deepEqual(applied(after, back ?? {}), texts);
    });
  }

  for (const [newName, key] of [
    ['a-b.c', "'dev'"],
    ['été', "'dev'"],
    ['class', 'dev'],
    ['from', 'dev'],
  ] as const)
    it(`takes the name ${newName} for ${key} in JavaScript`, () => {
      const driverWith = (written: string): string =>
        `export default class { getVIFConfiguration() { return { ${written}: 1 }; } }`;
      const { texts, uri, offset } = cursorIn({
        [CONF]: conf.replace('drivers.qbh', 'qbh'),
        [TEMPLATE]: '<interface a="${d|ev}"/>',
        'qbh.mjs': driverWith(key),
      });
      const after = applied(texts, rename(viewOf(texts), uri, offset, newName) ?? {});
      assert.equal(after['qbh.mjs'], driverWith(key.replace('dev', newName)));
    });

  it('makes a placeholder that nobody fills one that the driver fills', () => {
    const { texts, uri, offset } = cursorIn({ ...SOUND, [TEMPLATE]: '<interface a="${dev|ice_name}"/>' });
    const after = applied(texts, rename(viewOf(texts), uri, offset, 'source_device') ?? {});
    assert.deepEqual(after, { ...SOUND, [TEMPLATE]: '<interface a="${source_device}"/>' });
  });

  it('changes nothing for the name that the key has', () => {
    const { texts, uri, offset } = cursorIn({ ...SOUND, [TEMPLATE]: '<interface a="${s|ource_device}"/>' });
    assert.deepEqual(rename(viewOf(texts), uri, offset, 'source_device'), { changes: {} });
  });

  it('offers the key alone, for what surrounds it stays', () => {
    const { texts, uri, offset } = cursorIn({ ...SOUND, [TEMPLATE]: '<interface a="$|{source_device}"/>' });
    assert.deepEqual(prepareRename(viewOf(texts), uri, offset), {
      range: { start: { line: 0, character: 16 }, end: { line: 0, character: 29 } },
      placeholder: 'source_device',
    });
  });

  it('offers nothing for what is no key', () => {
    const { texts, cursors } = markedTexts({
      [CONF]: conf.replace('802', '8|02').replace('qbh', 'qb|h').replace('libvirt_vif_type', 'libvirt|_vif_type'),
      [TEMPLATE]: template.replace('interface', 'inter|face').replace('mode', 'mo|de'),
      [DRIVER]: driver.replace('QbhDriver', 'Qbh|Driver').replace('def', 'd|ef'),
    });
    for (const { uri, offset } of cursors) {
      assert.equal(prepareRename(viewOf(texts), uri, offset), undefined, uri);
      assert.equal(rename(viewOf(texts), uri, offset, 'x'), undefined, uri);
    }
  });
});

const AT_DEVICE = { [TEMPLATE]: template.replace('source_device', 'source|_device') };

/** What cannot be renamed at all. */
const REFUSED: readonly (readonly [why: string, texts: Texts, message: RegExp])[] = [
  [
    'a compute key',
    { ...SOUND, [TEMPLATE]: template.replace('mac_address', 'mac|_address') },
    /'mac_address' is a compute key/,
  ],
  [
    'a compute key that a driver writes',
    { ...SOUND, [TEMPLATE]: '<interface/>', [DRIVER]: driverOf('QbhDriver', 'mac_a|ddress') },
    /'mac_address' is a compute key/,
  ],
  ['a key of a template that no nova.conf selects', { [TEMPLATE]: '<interface a="${d|ev}"/>' }, /No nova.conf selects/],
  [
    'a key of a driver that is not read whole',
    { ...SOUND, ...AT_DEVICE, [DRIVER]: driverOf('QbhDriver', 'source_device').replace('return', 'return other or') },
    /source of the driver QbhDriver could not tell all of its keys/,
  ],
  [
    'a key of a driver that is put together out of pieces',
    { ...SOUND, ...AT_DEVICE, [DRIVER]: driver.replace("{'source_device'", "{'source_' + 'device'") },
    /source of the driver QbhDriver could not tell every place that names 'source_device'/,
  ],
  [
    'a key that a JavaScript driver names by a variable',
    {
      [CONF]: conf.replace('drivers.qbh', 'qbh'),
      [TEMPLATE]: '<interface a="${d|ev}"/>',
      'qbh.mjs': 'export default class { getVIFConfiguration() { const dev = 1; return { dev }; } }',
    },
    /source of the driver qbh.mjs could not tell every place that names 'dev'/,
  ],
  [
    'a key that another driver of the template may provide',
    { ...SOUND, ...AT_DEVICE, 'nova-b.conf': B_CONF, 'b.py': 'class BDriver(Other): pass' },
    /driver BDriver could not tell all of its keys/,
  ],
  [
    'a key that a driver which is not found may provide',
    { ...SOUND, ...AT_DEVICE, 'nova-b.conf': B_CONF },
    /The driver b.BDriver, which nova-b.conf selects for this template, is not found/,
  ],
  [
    'a key that a template file which nova.conf names may use, and that is not read',
    { ...SOUND, ...AT_DEVICE, [CONF]: `${conf}libvirt_xml_template = /etc/nova/vif.xml\n` },
    /The template file \/etc\/nova\/vif.xml is not read/,
  ],
];

/** Names that a key cannot have. */
const NEW_NAMES: readonly (readonly [newName: string, texts: Texts, message: RegExp])[] = [
  ...['', ' ', '1a', 'a b', 'a}', 'a}${b', '"', 'é!', '$a', 'a\n'].map(
    (name) => [name, { ...SOUND, ...AT_DEVICE }, /is no key/] as const,
  ),
  ['profile_name', { ...SOUND, ...AT_DEVICE }, /802.1Qbh.vif.xml has a placeholder 'profile_name' already/],
  [
    'profile_name',
    { ...SOUND, [TEMPLATE]: '<interface a="${source_d|evice}"/>' },
    /The driver QbhDriver has an output key 'profile_name' already/,
  ],
  [
    'mac_address',
    { ...SOUND, [TEMPLATE]: '<interface a="${source_d|evice}"/>' },
    /'mac_address' is a compute key: nova-compute fills it already/,
  ],
  [
    'a-b',
    {
      ...SOUND,
      [TEMPLATE]: '<interface a="${d|ev}"/>',
      [DRIVER]: driverOf('QbhDriver').replace('{}', 'dict(dev=1)'),
    },
    /qbh.py has 'dev' without quotes, and 'a-b' cannot stand there/,
  ],
  [
    'class',
    {
      ...SOUND,
      [TEMPLATE]: '<interface a="${d|ev}"/>',
      [DRIVER]: driverOf('QbhDriver').replace('{}', 'dict(dev=1)'),
    },
    /'class' cannot stand there: it is no identifier/,
  ],
];

describe('a refused rename', () => {
  for (const [why, sources, message] of REFUSED)
    it(`says why: ${why}`, () => {
      const { texts, uri, offset } = cursorIn(sources);
      const view = viewOf(texts);
      assert.match(
        refusal(() => prepareRename(view, uri, offset)),
        message,
      );
      assert.match(
        refusal(() => rename(view, uri, offset, 'fresh')),
        message,
      );
    });

  for (const [newName, sources, message] of NEW_NAMES)
    it(`says why the new name cannot be: ${JSON.stringify(newName)}`, () => {
      const { texts, uri, offset } = cursorIn(sources);
      assert.match(
        refusal(() => rename(viewOf(texts), uri, offset, newName)),
        message,
      );
    });
});
