import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const OPTIONS = { tabSize: 4, insertSpaces: true };

/** Formats an open file, or lines of it, as an editor does, and gives its text. */
async function formatted(client: Client, file: string, lines?: readonly [start: number, end: number]): Promise<string> {
  const document = client.document(file);
  const [start = 0, end = 0] = lines ?? [];
  const params = {
    textDocument: { uri: document.uri },
    options: OPTIONS,
    ...(lines && { range: { start: { line: start, character: 0 }, end: { line: end, character: 0 } } }),
  };
  const edits = (await client.request(
    `textDocument/${lines ? 'rangeFormatting' : 'formatting'}`,
    params,
  )) as TextEdit[];
  return TextDocument.applyEdits(document, edits);
}

describe('formatting', () => {
  let example: ReturnType<typeof copyExample>;
  let client: Client;

  beforeEach(async () => {
    example = copyExample('proposal');
    client = await Client.start({ folder: example.folder });
  });

  afterEach(async () => {
    await client.stop();
    example.dispose();
  });

  it('lays a nova.conf out', async () => {
    await client.open('nova.conf', '[DEFAULT]\na=1\n\n\n[libvirt]\nb : 2');
    assert.equal(await formatted(client, 'nova.conf'), '[DEFAULT]\na = 1\n\n[libvirt]\nb = 2\n');
  });

  it('lays a part of a nova.conf out', async () => {
    await client.open('nova.conf', '[DEFAULT]\na=1\nb=2\nc=3\n');
    assert.equal(await formatted(client, 'nova.conf', [2, 3]), '[DEFAULT]\na=1\nb = 2\nc=3\n');
  });

  it("indents a template file by the editor's options", async () => {
    await client.open(
      TEMPLATE,
      '<vif-templates>\n<template vif-type="a">\n<interface/>\n</template>\n</vif-templates>\n',
    );
    assert.equal(
      await formatted(client, TEMPLATE),
      '<vif-templates>\n    <template vif-type="a">\n        <interface/>\n    </template>\n</vif-templates>\n',
    );
  });

  it('leaves a file with a fault alone, and one that is none of ours', async () => {
    await client.open(TEMPLATE, '  <interface><a></interface>\n\n\n');
    await client.open('proposal_driver.py', 'x  =  1\n\n\n\n');
    assert.equal(await formatted(client, TEMPLATE), client.document(TEMPLATE).getText());
    assert.equal(await formatted(client, 'proposal_driver.py'), 'x  =  1\n\n\n\n');
  });
});
