import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FileChangeType, type CodeAction, type CreateFile, type TextDocumentEdit } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
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
      [
        ['Quote the attribute value', 'refactor.rewrite'],
        ['Make the placeholder optional', 'refactor.rewrite'],
      ],
    );
    await client.apply(actions[0]?.edit ?? {});
    assert.ok(client.document(TEMPLATE).getText().includes("<mac address='${mac_address}'/>"));
    await client.stop();
    example.dispose();
  });
});

/** The actions of a kind for a whole file. */
async function actionsOf(client: Client, file: string, kind: string): Promise<readonly CodeAction[]> {
  const document = client.document(file);
  const range = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
  const context = { diagnostics: [], only: [kind] };
  const params = { textDocument: { uri: document.uri }, range, context };
  return (await client.request('textDocument/codeAction', params)) as CodeAction[];
}

describe('a source action', () => {
  it('fixes all that is certain and leaves guesses alone, as an editor asks for it on saving', async () => {
    const example = copyExample('proposal');
    const client = await Client.start({ folder: example.folder });
    try {
      await client.open(TEMPLATE);
      await client.edit(TEMPLATE, "mode='private'", 'mode=private');
      const [action, ...others] = await actionsOf(client, TEMPLATE, 'source.fixAll');
      assert.deepEqual([action?.kind, others], ['source.fixAll.openstackVif', []]);
      await client.apply(action?.edit ?? {});
      assert.ok(client.document(TEMPLATE).getText().includes("<source dev=${device_name} mode='private' />"));
      assert.deepEqual(await actionsOf(client, TEMPLATE, 'source.fixAll'), []);
    } finally {
      await client.stop();
      example.dispose();
    }
  });

  it('is announced with its kind', async () => {
    const example = copyExample('proposal');
    const client = await Client.start({ folder: example.folder });
    assert.deepEqual(client.initialized?.capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.openstackVif'],
    });
    await client.stop();
    example.dispose();
  });
});

describe('a rewriting', () => {
  const rewritings: readonly (readonly [file: string, title: string, text: string])[] = [
    ['nova.conf', 'Convert the flag file to INI', '[DEFAULT]\n# The proposal'],
    [DRIVER, 'Declare the output keys of ProposalDriver', "    output_keys = ['source_device', 'profile_name']\n"],
  ];
  for (const [file, title, text] of rewritings)
    it(`is offered: ${title}`, async () => {
      const example = copyExample('proposal');
      const client = await Client.start({ folder: example.folder });
      try {
        await client.open(file);
        const action = (await actionsOf(client, file, 'refactor')).find((found) => found.title === title);
        await client.apply(action?.edit ?? {});
        assert.ok(client.document(file).getText().includes(text), client.document(file).getText());
        assert.deepEqual(await actionsOf(client, file, 'refactor'), []);
      } finally {
        await client.stop();
        example.dispose();
      }
    });
});

/** Makes the files that an edit creates, as an editor does; gives their paths. */
function create({ edit }: CodeAction): readonly string[] {
  const [made, filled] = (edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
  const file = URI.parse(made.uri).fsPath;
  const [text] = filled.edits;
  assert.ok(made.options?.overwrite === false && text && 'newText' in text);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text.newText, { flag: 'wx' });
  return [file];
}

describe('an action that creates a file', () => {
  const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };
  const creations: readonly (readonly [title: string, at: string, edit: readonly [string, string]])[] = [
    ['Create the template ethernet.vif.xml', 'ethernet', ['802.1Qbh', 'ethernet']],
    ['Create drivers/own.py with the driver OwnDriver', 'drivers.own', ['proposal_driver.Proposal', 'drivers.own.Own']],
  ];
  for (const [title, at, change] of creations) {
    it(`makes what nova.conf selects: ${title}`, async () => {
      const example = copyExample('proposal');
      const client = await Client.start({ folder: example.folder, workspaceEdit });
      try {
        await client.open('nova.conf');
        await client.edit('nova.conf', ...change);
        const action = (await client.codeActions('nova.conf', at)).find((found) => found.title === title);
        assert.ok(action, `no "${title}"`);
        const files = create(action).map((file) => path.relative(example.folder, file));
        await client.changedOnDisk(...files.map((file): [string, FileChangeType] => [file, FileChangeType.Created]));
        await client.codes('nova.conf', []);
      } finally {
        await client.stop();
        example.dispose();
      }
    });

    it(`is not offered to a client that cannot create files: ${title}`, async () => {
      const example = copyExample('proposal');
      const client = await Client.start({ folder: example.folder });
      await client.open('nova.conf');
      await client.edit('nova.conf', ...change);
      const titles = (await client.codeActions('nova.conf', at)).map((found) => found.title);
      assert.deepEqual(
        titles.filter((found) => found.startsWith('Create')),
        [],
      );
      await client.stop();
      example.dispose();
    });
  }

  it('adds a class to a module for any client', async () => {
    const example = copyExample('proposal');
    const client = await Client.start({ folder: example.folder });
    await client.open('nova.conf');
    await client.open(DRIVER);
    await client.edit('nova.conf', 'ProposalDriver', 'Another');
    const title = 'Create the driver Another from the placeholders of its template';
    const action = (await client.codeActions('nova.conf', 'Another')).find((found) => found.title === title);
    await client.apply(action?.edit ?? {});
    await client.codes('nova.conf', []);
    await client.codes(TEMPLATE, []);
    await client.stop();
    example.dispose();
  });
});
