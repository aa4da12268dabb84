import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { toSpan } from '../../../server/src/languageFeatures/convert';
import { hover } from '../../../server/src/languageFeatures/hover';
import { code, listed } from '../../../server/src/languageFeatures/hover/markdown';
import type { WorkspaceView } from '../../../server/src/languageFeatures/workspaceView';
import { CONF, DRIVER, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { markedTexts } from './markedTexts';
import { viewOf, type ViewOptions } from './workspace';

const { [CONF]: conf = '', [TEMPLATE]: template = '', [DRIVER]: driver = '' } = SOUND;

function textOf(view: WorkspaceView, uri: string, offset: number): string | undefined {
  const contents = hover(view, uri, offset)?.contents;
  return MarkupContent.is(contents) ? contents.value : undefined;
}

interface Case {
  readonly texts: Texts;
  readonly options?: ViewOptions;
  readonly expected: readonly string[];
}

/** The driver of 802.1Qbh with another body of its method. */
function classOf(body: string): string {
  return `class QbhDriver(object):\n    def getVIFConfiguration(self, instance, network):\n        ${body}\n`;
}

const CASES: Readonly<Record<string, Case>> = {
  'a placeholder that the driver declares': {
    texts: { [TEMPLATE]: template.replace('{source', '{so|urce') },
    options: { lastValues: { source_device: 'eth5' } },
    expected: [
      '**Placeholder `source_device`** of the VIF type `802.1Qbh`',
      'The driver [`drivers.qbh.QbhDriver`](file:///cloud/drivers/qbh.py#L2) provides it: declared in `output_keys`.',
      'In the last rendering: `eth5`',
    ],
  },
  'a placeholder whose key was read from the code, and of a value that looks like Markdown': {
    texts: { [TEMPLATE]: '<interface a="${d|ev}"/>', [DRIVER]: classOf("return {'dev': '1'}") },
    options: { lastValues: { dev: '`[a](b)``' } },
    expected: [
      '**Placeholder `dev`** of the VIF type `802.1Qbh`',
      'The driver [`drivers.qbh.QbhDriver`](file:///cloud/drivers/qbh.py#L3) provides it: read from its code.',
      'In the last rendering: ``` `[a](b)`` ```',
    ],
  },
  'a placeholder that is provided only sometimes': {
    texts: { [TEMPLATE]: '<interface a="${d|ev}"/>', [DRIVER]: classOf("return {'dev': 1} if instance else {}") },
    expected: [
      '**Placeholder `dev`** of the VIF type `802.1Qbh`',
      'The driver [`drivers.qbh.QbhDriver`](file:///cloud/drivers/qbh.py#L3) provides it: read from its code, and only sometimes, for a condition decides.',
    ],
  },
  'an optional placeholder': {
    texts: { [TEMPLATE]: '<interface a="${m|tu?}"/>' },
    expected: [
      '**Placeholder `mtu`** of the VIF type `802.1Qbh`',
      'The driver [`drivers.qbh.QbhDriver`](file:///cloud/drivers/qbh.py#L1) does not provide it.',
      'Optional: where nothing fills it, it is left out, and with it the attribute and the element that it leaves empty.',
    ],
  },
  'a compute key': {
    texts: { [TEMPLATE]: template.replace('{mac', '{m|ac') },
    options: { lastValues: { mac_address: '' } },
    expected: [
      '**Placeholder `mac_address`** of the VIF type `802.1Qbh`',
      'A compute key: nova-compute fills it before the driver runs.',
      'Empty in the last rendering.',
    ],
  },
  'a placeholder that nobody provides': {
    texts: { [TEMPLATE]: '<interface a="${source|_devise}"/>' },
    expected: [
      '**Placeholder `source_devise`** of the VIF type `802.1Qbh`',
      'The driver [`drivers.qbh.QbhDriver`](file:///cloud/drivers/qbh.py#L1) does not provide it. Did you mean `source_device`?',
    ],
  },
  'a placeholder that a driver may provide': {
    texts: { [TEMPLATE]: '<interface a="${d|ev}"/>', [DRIVER]: classOf('return unknown()') },
    expected: [
      '**Placeholder `dev`** of the VIF type `802.1Qbh`',
      'The driver [`drivers.qbh.QbhDriver`](file:///cloud/drivers/qbh.py#L1) may provide it: reading its source did not find the key, and could not tell all that it provides.',
    ],
  },
  'a placeholder of two drivers': {
    texts: {
      [TEMPLATE]: '<interface a="${source|_device}"/>',
      'nova-b.conf': conf.replace('drivers.qbh.Qbh', 'b.B'),
      'b.py': driver.replace('QbhDriver', 'BDriver').replaceAll('source_device', 'other'),
    },
    expected: [
      '**Placeholder `source_device`** of the VIF type `802.1Qbh`',
      'The driver [`drivers.qbh.QbhDriver`](file:///cloud/drivers/qbh.py#L2) provides it: declared in `output_keys`.',
      'The driver [`b.BDriver`](file:///cloud/b.py#L1) does not provide it.',
    ],
  },
  'a placeholder that no nova.conf knows of': {
    texts: { [TEMPLATE]: '<interface a="${d|ev}"/>', [CONF]: '' },
    expected: [
      '**Placeholder `dev`** of the VIF type `802.1Qbh`',
      'No nova.conf selects a driver for this template, so it is not known who fills it.',
    ],
  },
  'a VIF type': {
    texts: { [CONF]: conf.replace('802', '8|02') },
    expected: [
      '**VIF type `802.1Qbh`**',
      'The template in [`802.1Qbh.vif.xml`](file:///cloud/802.1Qbh.vif.xml#L1) asks for `mac_address`, `source_device` and `profile_name`.',
      'Selected by [`nova.conf`](file:///cloud/nova.conf#L2) together with the driver `drivers.qbh.QbhDriver`.',
    ],
  },
  'a VIF type that no nova.conf selects': {
    texts: { 'a (b).vif.xml': '<vif-templates>\n<template vif-type="x|`y"><interface/></template></vif-templates>' },
    expected: [
      '**VIF type ``x`y``**',
      'The template in [`a (b).vif.xml`](file:///cloud/a%20%28b%29.vif.xml#L2) has no placeholders.',
      'No nova.conf selects it.',
    ],
  },
  'a VIF type without a template': {
    texts: { [CONF]: 'libvirt_vif_type = 8|09\n' },
    expected: [
      '**VIF type `809`**',
      'There is no template for it.',
      'Selected by [`nova.conf`](file:///cloud/nova.conf#L1) without a driver.',
    ],
  },
  'a driver name': {
    texts: { [CONF]: conf.replace('qbh.', 'q|bh.') },
    expected: [
      '**Driver `drivers.qbh.QbhDriver`**',
      'The class `QbhDriver` in [`qbh.py`](file:///cloud/drivers/qbh.py#L1), which answers with `getVIFConfiguration`. It provides `source_device` and `profile_name`.',
      'It fills the template of [`802.1Qbh`](file:///cloud/802.1Qbh.vif.xml#L1).',
      'Selected by [`nova.conf`](file:///cloud/nova.conf#L3).',
    ],
  },
  'a class that no nova.conf selects, and that is not read whole': {
    texts: { [CONF]: '', [DRIVER]: classOf('return unknown()').replace('Driver', 'Dri|ver') },
    expected: [
      '**Driver `QbhDriver`**',
      'The class `QbhDriver` in [`qbh.py`](file:///cloud/drivers/qbh.py#L1), which answers with `getVIFConfiguration`. Reading its source found nothing, and could not tell whether that is all.',
      'No nova.conf selects it.',
    ],
  },
  'a class without a method of a driver': {
    texts: { [DRIVER]: 'class Qbh|Driver:\n    output_keys = []\n' },
    expected: [
      '**Driver `QbhDriver`**',
      'The class `QbhDriver` in [`qbh.py`](file:///cloud/drivers/qbh.py#L1), without a method of a driver. It provides nothing.',
      'It fills the template of [`802.1Qbh`](file:///cloud/802.1Qbh.vif.xml#L1).',
      'Selected by [`nova.conf`](file:///cloud/nova.conf#L3).',
    ],
  },
  'a driver whose module is not found': {
    texts: { [CONF]: conf.replace('qbh.', 'no|where.') },
    expected: ['**Driver `drivers.nowhere.QbhDriver`**', 'Its module is not found. Searched: `/cloud`.'],
  },
  'a driver whose class is not found': {
    texts: { [CONF]: conf.replace('QbhDriver', 'Other|Driver') },
    expected: [
      '**Driver `drivers.qbh.OtherDriver`**',
      '[`qbh.py`](file:///cloud/drivers/qbh.py#L1) has no class `OtherDriver`. It holds `QbhDriver`.',
    ],
  },
  'a driver that is not dotted': {
    texts: { [CONF]: 'libvirt_vif_driver = Qbh|Driver\n' },
    expected: ['**Driver `QbhDriver`**', 'This is no dotted import path. Write `package.module.Class`.'],
  },
  'an output key': {
    texts: { [DRIVER]: driver.replace("['source", "['so|urce") },
    options: { lastValues: { source_device: 'eth5' } },
    expected: [
      '**Output key `source_device`** of the driver `QbhDriver`',
      'It is declared in `output_keys`.',
      'Used by the template of [`802.1Qbh`](file:///cloud/802.1Qbh.vif.xml#L3).',
      'In the last rendering: `eth5`',
    ],
  },
  'an output key that no template uses': {
    texts: { [TEMPLATE]: '<interface/>', [DRIVER]: classOf("return {'de|v': 1}") },
    expected: [
      '**Output key `dev`** of the driver `QbhDriver`',
      'It is read from its code.',
      'No template that it fills uses it.',
    ],
  },
  'an output key of a driver that no nova.conf selects': {
    texts: { [CONF]: '', [DRIVER]: driver.replace("['source", "['so|urce") },
    expected: [
      '**Output key `source_device`** of the driver `QbhDriver`',
      'It is declared in `output_keys`.',
      'No nova.conf selects a template for it.',
    ],
  },
  'an option of the VIF story, by another spelling': {
    texts: { [CONF]: '--libvirtVIF|Type=bridge\n' },
    expected: [
      '**Option `libvirtVIFType`** in `[DEFAULT]`',
      'The type of VIF to create, which selects the template.',
      'Takes a text. Default: `bridge`',
    ],
  },
  'an option with choices': {
    texts: { [CONF]: '[LibVirt]\nvirt_ty|pe = kvm\n' },
    expected: [
      '**Option `virt_type`** in `[LibVirt]`',
      'The kind of virtualization.',
      'Takes a text. One of `kvm`, `lxc`, `qemu` and `parallels`. Default: `kvm`',
    ],
  },
  'an option with a limit': {
    texts: { [CONF]: '[libvirt]\ninject_parti|tion = 1\n' },
    expected: [
      '**Option `inject_partition`** in `[libvirt]`',
      'The partition that data is written into.',
      'Takes a whole number, at least -2. Default: `-2`',
    ],
  },
  'an option that Nova dropped': {
    texts: { [CONF]: '[DEFAULT]\nlibvirt_ty|pe = kvm\n' },
    expected: [
      '**Option `libvirt_type`** in `[DEFAULT]`',
      'Nova dropped it. Use `[libvirt] virt_type` instead.',
      'Takes a text.',
    ],
  },
  'what the references of an option make of its value': {
    texts: { [CONF]: '[a]\nx|y = ${z}$$\nz = 1' },
    expected: ['**Option `xy`** in `[a]`', 'Its value after substitution: `1$`'],
  },
  'a reference': {
    texts: { [CONF]: '[a]\ny = $z|z\n[DEFAULT]\nzz = 1\nzz = 2' },
    expected: ['**Option `zz`** in `[DEFAULT]`', 'Stands for `2`, set in [`nova.conf`](file:///cloud/nova.conf#L5).'],
  },
  'a reference to an option that is not set': {
    texts: { [CONF]: '[a]\ny = $libvirt.virt|_type' },
    expected: [
      '**Option `virt_type`** in `[libvirt]`',
      'This file does not set it: it stands for the default, `kvm`.',
      'The kind of virtualization.',
      'Takes a text. One of `kvm`, `lxc`, `qemu` and `parallels`. Default: `kvm`',
    ],
  },
  'a reference to an option that nobody knows': {
    texts: { [CONF]: '[a]\ny = $mo|d.' },
    expected: ['**Option `mod.`** in `[DEFAULT]`', 'This file does not set it.'],
  },
};

describe('hover', () => {
  for (const [name, { texts: own, options, expected }] of Object.entries(CASES))
    it(`tells of ${name}`, () => {
      const { texts, cursors } = markedTexts({ ...SOUND, ...own });
      const [cursor] = cursors;
      assert.ok(cursor);
      assert.equal(textOf(viewOf(texts, options), cursor.uri, cursor.offset), expected.join('\n\n'));
    });

  it('says nothing where there is nothing to say', () => {
    const { texts, cursors } = markedTexts({
      [CONF]: '# com|ment\n[DEF|AULT]\nanything_of_o|urs = 1|0\nlibvirt_vif_type =|\n',
      [TEMPLATE]: '<interface nam|e="a"/>',
      [DRIVER]: 'import o|s\n',
      'libvirt.xml.template': '${a|}',
    });
    for (const { uri, offset } of cursors) assert.equal(hover(viewOf(texts), uri, offset), undefined, uri);
  });

  it('covers the name that it tells of', () => {
    const { texts, cursors, places } = markedTexts({ [TEMPLATE]: '<interface a="${|<|dev|>}"/>' });
    const [cursor] = cursors;
    assert.ok(cursor);
    const view = viewOf(texts);
    const range = hover(view, cursor.uri, cursor.offset)?.range;
    const document = view.documentOf(cursor.uri);
    assert.ok(range && document);
    assert.deepEqual(toSpan(document, range), places[0]?.span);
  });
});

/** Texts out of files, as they must stand in Markdown. */
const CODE: readonly (readonly [text: string, markdown: string])[] = [
  ['a', '`a`'],
  ['**a** <b> [c](d) \\', '`**a** <b> [c](d) \\`'],
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['``a', '``` ``a ```'],
  [' a ', '`  a  `'],
  [' ', '` `'],
  ['a\n\n# b', '`a␊␊# b`'],
  ['a'.repeat(1000), `\`${'a'.repeat(299)}…\``],
];

describe('a text in a hover', () => {
  for (const [text, markdown] of CODE)
    it(`stands as it is: ${JSON.stringify(text.slice(0, 20))}`, () => {
      assert.equal(code(text), markdown);
    });
});

describe('a list in a hover', () => {
  const letters = Array.from('abcdefghijklm');

  for (const [count, expected] of [
    [0, 'nothing'],
    [1, 'a'],
    [2, 'a and b'],
    [3, 'a, b and c'],
    [10, 'a, b, c, d, e, f, g, h, i and j'],
    [13, 'a, b, c, d, e, f, g, h, i, j and 3 more'],
  ] as const)
    it(`of ${count} is: ${expected}`, () => {
      assert.equal(listed(letters.slice(0, count)), expected);
    });

  it('names each thing once', () => {
    assert.equal(listed(['a', 'b', 'a']), 'a and b');
  });
});
