import assert from 'node:assert/strict';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'proposal_driver.py';

interface Case {
  readonly name: string;
  /** An edit that brings the problem about. */
  readonly file: string;
  readonly edit?: readonly [oldText: string, newText: string];
  readonly code: string;
  /** Where the cursor is: at the first place of this text. */
  readonly at: string;
  readonly title: string;
  /** What the fixed file then holds. */
  readonly fixed: readonly [file: string, text: string];
}

const CASES: readonly Case[] = [
  {
    name: 'renames the placeholder to the suggested key',
    file: TEMPLATE,
    code: 'placeholder.not-provided',
    at: 'device_name',
    title: "Rename the placeholder to 'source_device'",
    fixed: [TEMPLATE, '<source dev=${source_device} mode'],
  },
  {
    name: "adds the key to the driver's output_keys",
    file: TEMPLATE,
    code: 'placeholder.not-provided',
    at: 'device_name',
    title: "Add 'device_name' to the output keys of ProposalDriver",
    fixed: [DRIVER, "output_keys = ['source_device', 'profile_name', 'device_name']"],
  },
  {
    name: 'quotes an attribute value',
    file: TEMPLATE,
    edit: ["mode='private'", 'mode=private'],
    code: 'template.value-unquoted',
    at: 'private',
    title: 'Quote the attribute value',
    fixed: [TEMPLATE, "mode='private'"],
  },
  {
    name: 'closes a quote',
    file: TEMPLATE,
    edit: ["mode='private' />", "mode='private />"],
    code: 'template.quote-missing',
    at: "'private",
    title: "Close the value with '",
    fixed: [TEMPLATE, "mode='private' />"],
  },
  {
    name: 'mends a malformed placeholder',
    file: TEMPLATE,
    edit: ['${profile_name}', '${profile_name'],
    code: 'placeholder.malformed',
    at: '${profile_name',
    title: "Write '${profile_name}'",
    fixed: [TEMPLATE, 'profileid=${profile_name}/>'],
  },
  {
    name: 'renames a misspelt option',
    file: 'nova.conf',
    edit: ['libvirtVIFType', 'libvirtVIFTyp'],
    code: 'nova-conf.option-misspelt',
    at: 'libvirtVIFTyp',
    title: 'Rename to libvirtVIFType',
    fixed: ['nova.conf', 'libvirtVIFType'],
  },
];

describe('a quick fix', () => {
  for (const { name, file, edit, code, at, title, fixed } of CASES) {
    it(name, async () => {
      const example = copyExample('proposal');
      const client = await Client.start({ folder: example.folder });
      try {
        await client.open(TEMPLATE);
        await client.open(DRIVER);
        await client.open('nova.conf');
        if (edit) await client.edit(file, ...edit);
        const actions = await client.codeActions(file, at);
        const action = actions.find((found) => found.title === title);
        assert.ok(action, `no "${title}" in: ${actions.map((found) => found.title).join('; ')}`);
        assert.deepEqual(
          action.diagnostics?.map((diagnostic) => diagnostic.code),
          [code],
        );
        await client.apply(action.edit ?? {});
        const [fixedFile, text] = fixed;
        assert.ok(client.document(fixedFile).getText().includes(text), client.document(fixedFile).getText());
        const left = (await client.codeActions(file, at)).filter((found) => found.title === title);
        assert.deepEqual(left, [], 'the fix is still offered');
      } finally {
        await client.stop();
        example.dispose();
      }
    });
  }

  it('is offered to quote a placeholder that stands unquoted, though that is no problem', async () => {
    const example = copyExample('proposal');
    const client = await Client.start({ folder: example.folder });
    await client.open(TEMPLATE);
    const actions = await client.codeActions(TEMPLATE, '${mac_address}');
    assert.deepEqual(
      actions.map(({ title, kind }) => [title, kind]),
      [['Quote the attribute value', 'refactor.rewrite']],
    );
    await client.apply(actions[0]?.edit ?? {});
    assert.ok(client.document(TEMPLATE).getText().includes("<mac address='${mac_address}'/>"));
    await client.stop();
    example.dispose();
  });
});
