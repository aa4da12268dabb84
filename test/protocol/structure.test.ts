import assert from 'node:assert/strict';
import type {
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver-types';
import { Client, type ClientOptions } from './client';
import { copyExample } from './workspaceFolder';

const CONF = 'nova.conf';
const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'qbh_driver.py';

/** What a whole file is asked for. */
const OF_FILE = {
  symbols: 'textDocument/documentSymbol',
  folds: 'textDocument/foldingRange',
  links: 'textDocument/documentLink',
  tokens: 'textDocument/semanticTokens/full',
  lenses: 'textDocument/codeLens',
} as const;

describe('the structure of a file, from the server', () => {
  let example: ReturnType<typeof copyExample>;
  let client: Client;

  const start = async (options: Omit<ClientOptions, 'folder'> = {}): Promise<void> => {
    client = await Client.start({ folder: example.folder, ...options });
    for (const file of [CONF, TEMPLATE, DRIVER]) await client.open(file);
    await client.answered(TEMPLATE);
  };
  const ask = async (what: keyof typeof OF_FILE, file: string): Promise<unknown> =>
    client.request(OF_FILE[what], { textDocument: { uri: client.uri(file) } });
  const titles = async (file: string): Promise<readonly unknown[]> =>
    ((await ask('lenses', file)) as CodeLens[]).map(({ command }) => command?.title);
  const hints = async (file: string): Promise<readonly unknown[]> => {
    const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
    const params = { textDocument: { uri: client.uri(file) }, range };
    return ((await client.request('textDocument/inlayHint', params)) as InlayHint[]).map(({ label }) => label);
  };

  beforeEach(() => {
    example = copyExample('802.1Qbh');
  });
  afterEach(async () => {
    await client.stop();
    example.dispose();
  });

  it('gives the outline of a nova.conf and of a template file', async () => {
    await start();
    const [section] = (await ask('symbols', CONF)) as DocumentSymbol[];
    assert.equal(section?.name, 'DEFAULT');
    assert.deepEqual(
      section.children?.map(({ name, detail }) => [name, detail]),
      [
        ['libvirt_type', 'kvm'],
        ['libvirt_vif_type', '802.1Qbh'],
        ['libvirt_vif_driver', 'qbh_driver.QbhDriver'],
      ],
    );
    const [template] = (await ask('symbols', TEMPLATE)) as DocumentSymbol[];
    assert.equal(template?.name, '802.1Qbh');
    assert.deepEqual(
      template.children?.map(({ name }) => name),
      ['mac', 'source', 'virtualport', 'model'],
    );
    assert.deepEqual(await ask('symbols', DRIVER), []);
  });

  it('finds templates, drivers and settings of the workspace', async () => {
    await start();
    const found = (await client.request('workspace/symbol', { query: 'qbh' })) as SymbolInformation[];
    assert.deepEqual(
      found.map(({ name, containerName, location }) => [name, containerName, location.uri]),
      [
        ['802.1Qbh', TEMPLATE, client.uri(TEMPLATE)],
        ['QbhDriver', DRIVER, client.uri(DRIVER)],
        ['libvirt_vif_type = 802.1Qbh', CONF, client.uri(CONF)],
        ['libvirt_vif_driver = qbh_driver.QbhDriver', CONF, client.uri(CONF)],
      ],
    );
  });

  it('folds, and leaves the folding of a driver to the client', async () => {
    await start();
    const folds = (await ask('folds', TEMPLATE)) as FoldingRange[];
    assert.deepEqual(
      folds.map(({ startLine, endLine, kind }) => [startLine, endLine, kind]),
      [
        [0, 3, 'comment'],
        [4, 10, undefined],
        [7, 8, undefined],
      ],
    );
    assert.equal(await ask('folds', DRIVER), null);
  });

  it('grows a selection', async () => {
    await start();
    const document = client.document(TEMPLATE);
    const position = document.positionAt(document.getText().indexOf('source_device'));
    const params = { textDocument: { uri: document.uri }, positions: [position] };
    const [selected] = (await client.request('textDocument/selectionRange', params)) as SelectionRange[];
    assert.deepEqual(
      [selected, selected?.parent, selected?.parent?.parent].map((step) => step && document.getText(step.range)),
      ['source_device', '${source_device}', 'dev=${source_device}'],
    );
  });

  it('links a driver name to its class', async () => {
    await start();
    const [link, ...others] = (await ask('links', CONF)) as DocumentLink[];
    assert.ok(link && others.length === 0);
    assert.equal(client.textAt(CONF, link), 'qbh_driver.QbhDriver');
    const line = client.document(DRIVER).getText().split('class QbhDriver')[0]?.split('\n').length ?? 0;
    assert.equal(link.target, `${client.uri(DRIVER)}#L${line},7`);
  });

  it('colours the keys of a template by who provides them, and no other file', async () => {
    await start();
    const { data } = (await ask('tokens', TEMPLATE)) as SemanticTokens;
    const provider = client.initialized?.capabilities.semanticTokensProvider;
    const looks = [3, 8, 13].map((at) => [
      provider?.legend.tokenTypes[data[at] ?? -1],
      provider?.legend.tokenModifiers.filter((_, bit) => ((data[at + 1] ?? 0) >> bit) & 1).join(),
    ]);
    assert.equal(data.length, 15);
    assert.deepEqual(looks, [
      ['parameter', 'compute'],
      ['property', 'provided'],
      ['property', 'provided'],
    ]);
    for (const file of [DRIVER, CONF]) assert.equal(await ask('tokens', file), null);
  });

  it('has a lens that renders, and counts what is missing as one types', async () => {
    await start({ trusted: true });
    assert.deepEqual(await titles(TEMPLATE), ['Render', '3 placeholders']);
    assert.deepEqual(await titles(DRIVER), ['used by 802.1Qbh (nova.conf)']);
    assert.deepEqual(await titles(CONF), []);
    const [render] = (await ask('lenses', TEMPLATE)) as CodeLens[];
    const { command, arguments: given } = render?.command ?? {};
    const answer = await client.request('workspace/executeCommand', { command, arguments: given });
    assert.equal((answer as { xml: string | null }).xml?.includes("<source dev='eth5' mode='private' />"), true);
    await client.edit(TEMPLATE, '${source_device}', '${device_name}');
    assert.deepEqual(await titles(TEMPLATE), ['Render', '3 placeholders · 1 missing']);
  });

  it('shows no lens and no hint where the settings turn them off', async () => {
    await start({ trusted: true, configuration: { codeLens: false, inlayHints: false } });
    await client.render({ uri: client.uri(TEMPLATE) });
    assert.deepEqual([...(await titles(TEMPLATE)), ...(await hints(TEMPLATE))], []);
  });

  it('shows what the placeholders stood for in the last rendering', async () => {
    await start({ trusted: true });
    assert.deepEqual(await hints(TEMPLATE), []);
    await client.render({ uri: client.uri(TEMPLATE) });
    assert.deepEqual(await hints(TEMPLATE), ['= 02:16:3e:5d:00:01', '= eth5', '= enterprise_xyz_dept']);
  });
});
