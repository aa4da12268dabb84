import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, discardEdits, open, placeOf, replaceText, until, workspaceFile } from '../support';

const TEMPLATE = '802.1Qbh/802.1Qbh.vif.xml';
const CONF = '802.1Qbh/nova.conf';
const DRIVER = '802.1Qbh/qbh_driver.py';

/** Asks until there is something: right after the opening VS Code may not have all that it needs. */
async function something<Item>(what: string, command: string, ...args: unknown[]): Promise<readonly Item[]> {
  return until(what, async () => {
    const found = await ask<readonly Item[] | undefined>(command, ...args);
    return found && found.length > 0 && found;
  });
}

async function lensTitles(file: string): Promise<readonly string[]> {
  const { uri } = await open(workspaceFile(file));
  const lenses = await something<vscode.CodeLens>('a code lens', 'vscode.executeCodeLensProvider', uri, 10);
  return lenses.flatMap(({ command }) => command?.title ?? []);
}

/** The names of symbols and of all below them. */
function namesIn(symbols: readonly vscode.DocumentSymbol[]): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [`${name} ${detail}`, ...namesIn(children)]);
}

/** A selection range, and all that it grows to. */
function ancestors(range: vscode.SelectionRange | undefined): readonly vscode.SelectionRange[] {
  return range ? [range, ...ancestors(range.parent)] : [];
}

describe('an editor shows of our files', () => {
  afterEach(discardEdits);

  it('an outline', async () => {
    const conf = await open(workspaceFile(CONF));
    const [section] = await something<vscode.DocumentSymbol>(
      'the outline of nova.conf',
      'vscode.executeDocumentSymbolProvider',
      conf.uri,
    );
    assert.equal(section?.name, 'DEFAULT');
    assert.ok(section.children.some(({ name }) => name === 'libvirt_vif_type'));
    const template = await open(workspaceFile(TEMPLATE));
    const symbols = await something<vscode.DocumentSymbol>(
      'the outline of the template',
      'vscode.executeDocumentSymbolProvider',
      template.uri,
    );
    assert.match(namesIn(symbols).join('; '), /802.1Qbh type=direct; .*source dev=\$\{source_device\}/);
  });

  it('templates and drivers among the symbols of the workspace', async () => {
    const found = await something<vscode.SymbolInformation>(
      'QbhDriver',
      'vscode.executeWorkspaceSymbolProvider',
      'QbhDriver',
    );
    assert.ok(found.some(({ name }) => name.includes('QbhDriver')));
  });

  it('stretches to fold and to select', async () => {
    const document = await open(workspaceFile(TEMPLATE));
    const folds = await something<vscode.FoldingRange>(
      'a folding range',
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(folds.some(({ start }) => document.lineAt(start).text.startsWith('<interface')));
    const place = placeOf(document, '${sour|ce_device}');
    const [innermost] = await something<vscode.SelectionRange>(
      'a selection range',
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [place],
    );
    const texts = ancestors(innermost).map(({ range }) => document.getText(range));
    const ours = ['source_device', '${source_device}', 'dev=${source_device}'];
    assert.deepEqual(
      texts.filter((text) => ours.includes(text)),
      ours,
    );
    assert.equal(texts.at(-1), document.getText());
  });

  it('the driver as a link', async () => {
    const document = await open(workspaceFile(CONF));
    const links = await something<vscode.DocumentLink>('a link', 'vscode.executeLinkProvider', document.uri);
    const link = links.find(({ range }) => document.getText(range).includes('QbhDriver'));
    assert.ok(link?.target?.path.endsWith('qbh_driver.py'));
  });

  it('placeholders in colours of their own', async () => {
    const { uri } = await open(workspaceFile(TEMPLATE));
    const tokens = await until('semantic tokens', () =>
      ask<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', uri),
    );
    // Five numbers for each of the three placeholders, of which nova-compute fills the first.
    assert.equal(tokens.data.length, 15);
    assert.notEqual(tokens.data[4], tokens.data[9]);
    assert.equal(tokens.data[9], tokens.data[14]);
  });

  it('lenses over templates and drivers', async () => {
    assert.match((await lensTitles(TEMPLATE)).join('; '), /Render.*3 placeholders/);
    assert.match((await lensTitles(DRIVER)).join('; '), /802\.1Qbh/);
    assert.match((await lensTitles('proposal/802.1Qbh.vif.xml')).join('; '), /1 missing/);
  });

  it('what a placeholder stood for, once it has been rendered', async () => {
    const document = await open(workspaceFile(TEMPLATE));
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    await ask('openstackVif.render', { uri: document.uri.toString() });
    const hints = await something<vscode.InlayHint>(
      'an inlay hint',
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    assert.match(JSON.stringify(hints.map(({ label }) => label)), /eth5/);
  });
});

describe('formatting', () => {
  afterEach(discardEdits);

  it('lays a nova.conf out', async () => {
    const document = await open(workspaceFile(CONF));
    const written = document.getText();
    await replaceText(document, written.replace('libvirt_type = kvm', 'libvirt_type=kvm   '));
    const edits = await until('edits', () =>
      ask<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, { tabSize: 2 }),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), written);
  });
});
