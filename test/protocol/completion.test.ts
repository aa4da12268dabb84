import assert from 'node:assert/strict';
import { InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { accepted } from '../unit/languageFeatures/acceptItem';
import { Client, type ClientOptions } from './client';
import { copyExample } from './workspaceFolder';

const WITH_SNIPPETS = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

/** Each file of the example with a half-typed text, one of the items, and the text after it was accepted. */
const CASES: readonly (readonly [file: string, before: string, label: string, after: string])[] = [
  [
    '802.1Qbh.vif.xml',
    "<interface><a b='${sou|/></interface>",
    'source_device',
    "<interface><a b='${source_device}|/></interface>",
  ],
  ['nova.conf', '[DEFAULT]\nlibvirt_vif_t|\n', 'libvirt_vif_type', '[DEFAULT]\nlibvirt_vif_type = |\n'],
  ['nova.conf', '[DEFAULT]\nlibvirt_vif_type = 802|\n', '802.1Qbh', '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh|\n'],
  [
    'nova.conf',
    '[DEFAULT]\nlibvirt_vif_driver = |',
    'qbh_driver.QbhDriver',
    '[DEFAULT]\nlibvirt_vif_driver = qbh_driver.QbhDriver|',
  ],
  ['nova.conf', '--libvirt_vif_driver=|', 'qbh_driver_js.QbhDriver', '--libvirt_vif_driver=qbh_driver_js.QbhDriver|'],
  [
    'qbh_driver.py',
    "class QbhDriver:\n    output_keys = ['sou|\n",
    'source_device',
    "class QbhDriver:\n    output_keys = ['source_device'|\n",
  ],
];

async function itemsAt(client: Client, file: string, source: string): Promise<readonly CompletionItem[]> {
  await client.open(file, source.replace('|', ''));
  const document = client.document(file);
  const params = { textDocument: { uri: document.uri }, position: document.positionAt(source.indexOf('|')) };
  return (await client.request('textDocument/completion', params)) as CompletionItem[];
}

async function inExample<Answer>(
  options: Omit<ClientOptions, 'folder'>,
  ask: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const example = copyExample('802.1Qbh');
  const client = await Client.start({ ...options, folder: example.folder });
  try {
    return await ask(client);
  } finally {
    await client.stop();
    example.dispose();
  }
}

describe('completion over the protocol', () => {
  for (const [file, before, label, after] of CASES) {
    it(`writes ${label} into ${file}`, async () => {
      const items = await inExample({}, (client) => itemsAt(client, file, before));
      assert.equal(accepted(before, items, label), after);
    });
  }

  it('writes a key into a driver in JavaScript', async () => {
    const before = 'export default class QbhDriver {\n  static outputKeys = ["|"];\n}\n';
    const items = await inExample({}, async (client) => {
      await client.open(
        'nova.conf',
        '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = qbh_driver_js.QbhDriver\n',
      );
      return itemsAt(client, 'qbh_driver_js.mjs', before);
    });
    assert.equal(accepted(before, items, 'profile_name'), before.replace('|', 'profile_name|'));
  });

  it('offers nothing in a Python file that no nova.conf selects', async () => {
    const source = "class Other:\n    output_keys = ['|']\n";
    assert.deepEqual(await inExample({}, (client) => itemsAt(client, 'other.py', source)), []);
  });

  it('is announced with the characters that ask for it', async () => {
    const provider = await inExample({}, (client) =>
      Promise.resolve(client.initialized?.capabilities.completionProvider),
    );
    assert.deepEqual(provider?.triggerCharacters, ['$', '{', '<', '[', "'", '"', '=', '.']);
  });

  it('offers snippets to a client that knows tab stops', async () => {
    const items = await inExample(WITH_SNIPPETS, (client) => itemsAt(client, 'nova.vif.xml', '<vif-templates>\n  |\n'));
    assert.deepEqual(
      items.map(({ label, insertTextFormat }) => [label, insertTextFormat]),
      [['template', InsertTextFormat.Snippet]],
    );
  });

  it('offers none to a client that does not', async () => {
    assert.deepEqual(await inExample({}, (client) => itemsAt(client, 'nova.vif.xml', '<vif-templates>\n  |\n')), []);
    for (const [file, before] of CASES) {
      const items = await inExample({}, (client) => itemsAt(client, file, before));
      for (const item of items) assert.equal(item.insertTextFormat, InsertTextFormat.PlainText, item.label);
    }
  });
});
