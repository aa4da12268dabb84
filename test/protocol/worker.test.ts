import assert from 'node:assert/strict';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { READ_FILE } from '../../server/src/wire/protocol';

const DIST = path.join(__dirname, '../../dist');

/** Gives a worker of Node what one of a browser has: messages as events, and scripts that run in the surroundings of all. */
const AS_IN_A_BROWSER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const { fileURLToPath } = require('node:url');
  const { runInThisContext } = require('node:vm');
  globalThis.self = globalThis;
  globalThis.addEventListener = () => undefined;
  globalThis.postMessage = (data) => parentPort.postMessage(data);
  globalThis.importScripts = (url) => runInThisContext(readFileSync(fileURLToPath(url), 'utf8'), { filename: url });
  parentPort.on('message', (data) => globalThis.onmessage({ data }));
  importScripts(workerData);
`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly diagnostics?: readonly { readonly code: string }[] };
  readonly result?: unknown;
}

describe('the server as the worker of a browser', () => {
  const uri = 'memfs:/bridge.vif.xml';
  let worker: Worker;

  const send = (message: object): void => {
    worker.postMessage({ jsonrpc: '2.0', ...message });
  };
  const received = async (isWanted: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      const [message] = (await once(worker, 'message')) as [Message];
      if (isWanted(message)) return message;
    }
  };
  const answer = (id: number, method: string, params: object): Promise<Message> => {
    send({ id, method, params });
    return received((message) => message.id === id && message.method === undefined);
  };

  before(() => {
    const folder = pathToFileURL(`${DIST}/`).href;
    worker = new Worker(AS_IN_A_BROWSER, { eval: true, workerData: `${folder}worker.js` });
    worker.postMessage(folder);
    // A client without files.
    worker.on('message', ({ id, method }: Message) => {
      if (id !== undefined && method !== undefined) send({ id, result: method === READ_FILE ? null : [] });
    });
  });
  after(() => worker.terminate());

  it('answers with what it can do', async () => {
    const { result } = await answer(1, 'initialize', { capabilities: {}, processId: null, rootUri: null });
    assert.ok((result as { readonly capabilities: object }).capabilities);
    send({ method: 'initialized', params: {} });
  });

  it('says what is wrong with a file that is open', async () => {
    const text = "<interface type='bridge'>\n  <source bridge='br0'>\n</interface>\n";
    const published = received(({ method }) => method === 'textDocument/publishDiagnostics');
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'vif-template', version: 1, text } },
    });
    const { params } = await published;
    assert.deepEqual(
      params?.diagnostics?.map(({ code }) => code),
      ['template.xml-syntax'],
    );
  });

  it('loads what it is asked for first', async () => {
    const { result } = await answer(2, 'textDocument/foldingRange', { textDocument: { uri } });
    assert.deepEqual(result, [{ startLine: 0, endLine: 1 }]);
  });
});
