import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { nodePlatform } from '../../server/src/wire/nodePlatform';
import type { Platform } from '../../server/src/wire/platform';
import { connectInProcess } from '../fuzz/targets/inProcess';
import { TrafficClient } from '../fuzz/targets/trafficClient';
import { until } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';

describe('in a folder on a network whose search takes long', () => {
  const example = copyExample('802.1Qbh');
  let endSearch: () => void = () => undefined;
  let client: TrafficClient;

  /** This machine, but that a search of a whole folder ends only when the test says so. */
  function slowPlatform(connection: Connection): Platform {
    const platform = nodePlatform(connection);
    const { disk } = platform;
    const search = new Promise<void>((resolve) => (endSearch = resolve));
    const find: typeof disk.find = async (folder, patterns, deep) => {
      if (deep) await search;
      return disk.find(folder, patterns, deep);
    };
    return { ...platform, disk: { ...disk, find } };
  }

  function ask(document: TextDocument, method: string): Promise<unknown> {
    const position = document.positionAt(document.getText().indexOf('device_name'));
    const whole = { start: position, end: position };
    return client.ask(`textDocument/${method}`, { uri: document.uri, position, whole });
  }

  before(async () => {
    client = new TrafficClient(example.folder, connectInProcess(slowPlatform));
    await client.start();
  });
  after(async () => {
    endSearch();
    await client.stop();
    example.dispose();
  });

  it('an open document is checked and answered for; what has to know of all files waits for the search', async () => {
    const text = readFileSync(path.join(example.folder, TEMPLATE), 'utf8').replace('source_device', 'device_name');
    await client.open(TEMPLATE, 'vif-template', text);
    const [document] = client.documents.values();
    assert.ok(document);
    await until('the fault', () =>
      client.published.get(document.uri)?.diagnostics.find(({ code }) => code === 'placeholder.not-provided'),
    );
    assert.match(JSON.stringify(await ask(document, 'hover')), /does not provide|nobody|QbhDriver/);
    let isRenamed = false;
    const rename = ask(document, 'rename').then((edit) => {
      isRenamed = true;
      return edit;
    });
    await ask(document, 'hover');
    assert.equal(isRenamed, false);
    endSearch();
    assert.match(JSON.stringify(await rename), /another/);
  });
});
