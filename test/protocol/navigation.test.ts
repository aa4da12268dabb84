import assert from 'node:assert/strict';
import type { DocumentHighlight, Location } from 'vscode-languageserver/node';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'qbh_driver.py';
const CONF = 'nova.conf';

describe('navigation', () => {
  let client: Client;
  let example: ReturnType<typeof copyExample>;

  before(async () => {
    example = copyExample('802.1Qbh');
    client = await Client.start({ folder: example.folder });
    for (const file of [TEMPLATE, DRIVER, CONF]) await client.open(file);
  });

  after(async () => {
    await client.stop();
    example.dispose();
  });

  /** The parameters of a request at the first place of `text` in a file. */
  function at(file: string, text: string): object {
    const document = client.document(file);
    const position = document.positionAt(document.getText().indexOf(text) + 1);
    return { textDocument: { uri: document.uri }, position };
  }

  /** What locations cover, as `file: text`. */
  function shown(locations: readonly Location[]): readonly string[] {
    return locations.map(({ uri, range }) => {
      const file = [TEMPLATE, DRIVER, CONF].find((name) => client.uri(name) === uri) ?? uri;
      return `${file}: ${client.textAt(file, { range })}`;
    });
  }

  async function locations(method: string, params: object): Promise<readonly string[]> {
    return shown((await client.request(method, params)) as readonly Location[]);
  }

  it('leads from a placeholder to the key in the driver, and back', async () => {
    assert.deepEqual(await locations('textDocument/definition', at(TEMPLATE, 'source_device')), [
      `${DRIVER}: source_device`,
    ]);
    assert.deepEqual(await locations('textDocument/definition', at(DRIVER, 'source_device')), [
      `${TEMPLATE}: source_device`,
    ]);
  });

  it('leads from nova.conf to the template and the class', async () => {
    assert.deepEqual(await locations('textDocument/definition', at(CONF, '802.1Qbh\n')), [`${TEMPLATE}: interface`]);
    assert.deepEqual(await locations('textDocument/definition', at(CONF, 'qbh_driver.QbhDriver\n')), [
      `${DRIVER}: QbhDriver`,
    ]);
  });

  it('finds the references in files that are closed, too', async () => {
    await client.close(CONF);
    const params = { ...at(DRIVER, 'QbhDriver'), context: { includeDeclaration: false } };
    const found = (await client.request('textDocument/references', params)) as readonly Location[];
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [[client.uri(CONF), 8]],
    );
    await client.open(CONF);
  });

  it('highlights the places of the same file', async () => {
    const found = (await client.request(
      'textDocument/documentHighlight',
      at(DRIVER, "source_device'"),
    )) as readonly DocumentHighlight[];
    assert.deepEqual(
      found.map((highlight) => [client.textAt(DRIVER, highlight), highlight.kind]),
      [
        ['source_device', 3],
        ['source_device', 1],
      ],
    );
  });

  it('follows what is typed', async () => {
    await client.edit(TEMPLATE, '${source_device}', '${profile_name}');
    const params = { ...at(DRIVER, "'profile_name']"), context: { includeDeclaration: true } };
    const found = await locations('textDocument/references', params);
    assert.deepEqual(found.filter((place) => place.startsWith(TEMPLATE)).length, 2);
  });
});
