import assert from 'node:assert/strict';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  createClientPipeTransport,
  createClientSocketTransport,
  createMessageConnection,
  generateRandomPipeName,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/node';

const SERVER = path.join(__dirname, '../../dist/server.js');

type Channel = [MessageReader, MessageWriter];

interface Started {
  readonly server: ChildProcess;
  readonly connection: MessageConnection;
}

function overStdio(args: readonly string[]): Promise<[ChildProcess, Channel]> {
  const server = spawn(process.execPath, [SERVER, ...args]);
  return Promise.resolve([server, [new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)]]);
}

function overIpc(): Promise<[ChildProcess, Channel]> {
  const server = fork(SERVER, ['--node-ipc'], { silent: true });
  return Promise.resolve([server, [new IPCMessageReader(server), new IPCMessageWriter(server)]]);
}

/** `words` puts the option together with what the client listens at. */
async function overPipe(words: (name: string) => readonly string[]): Promise<[ChildProcess, Channel]> {
  const name = generateRandomPipeName();
  const transport = await createClientPipeTransport(name);
  const server = spawn(process.execPath, [SERVER, ...words(name)]);
  return [server, await transport.onConnected()];
}

async function overSocket(words: (port: number) => readonly string[]): Promise<[ChildProcess, Channel]> {
  const transport = await createClientSocketTransport(0);
  const server = spawn(process.execPath, [SERVER, ...words(transport.port())]);
  return [server, await transport.onConnected()];
}

const CHANNELS: Readonly<Record<string, () => Promise<[ChildProcess, Channel]>>> = {
  'no argument': () => overStdio([]),
  '--stdio': () => overStdio(['--stdio']),
  '--stdio, and what some clients add': () => overStdio(['--stdio', `--clientProcessId=${process.pid}`]),
  '--node-ipc': overIpc,
  '--pipe=NAME': () => overPipe((name) => [`--pipe=${name}`]),
  '--pipe NAME': () => overPipe((name) => ['--pipe', name]),
  '--socket=PORT': () => overSocket((port) => [`--socket=${port}`]),
  '--socket PORT': () => overSocket((port) => ['--socket', String(port)]),
};

async function start(open: () => Promise<[ChildProcess, Channel]>, processId: number | null): Promise<Started> {
  const [server, [reader, writer]] = await open();
  const connection = createMessageConnection(reader, writer);
  connection.listen();
  const { serverInfo } = await connection.sendRequest<{ readonly serverInfo: { readonly name: string } }>(
    'initialize',
    { processId, rootUri: null, capabilities: {} },
  );
  assert.equal(serverInfo.name, 'openstack-vif');
  return { server, connection };
}

for (const [words, open] of Object.entries(CHANNELS)) {
  describe(`the server with ${words}`, () => {
    let started: Started;
    beforeEach(async () => {
      started = await start(open, process.pid);
    });
    afterEach(() => {
      started.connection.dispose();
      started.server.kill('SIGKILL');
    });

    it('ends well when it is shut down', async () => {
      const { server, connection } = started;
      const exited = once(server, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.deepEqual(await exited, [0, null]);
    });

    it('ends with a fault when it is told to without that', async () => {
      const { server, connection } = started;
      const exited = once(server, 'exit');
      await connection.sendNotification('exit');
      assert.deepEqual(await exited, [1, null]);
    });

    it('ends well when its client closes the channel in place of that', async () => {
      const { server, connection } = started;
      const exited = once(server, 'exit');
      await connection.sendRequest('shutdown');
      if (server.connected) server.disconnect();
      else connection.end();
      assert.deepEqual(await exited, [0, null]);
    });

    it('ends when its client closes the channel', async () => {
      const { server, connection } = started;
      const exited = once(server, 'exit');
      if (server.connected) server.disconnect();
      else connection.end();
      assert.deepEqual(await exited, [1, null]);
    });
  });
}

describe('the server', () => {
  it('says nothing beside the protocol', async () => {
    const { server, connection } = await start(() => overStdio([]), process.pid);
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const closed = once(server, 'close');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await closed;
    assert.equal(said, '');
  });
});

describe('the server of a client that is gone', () => {
  it('ends, though the channel is open', async () => {
    const client = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    const { server, connection } = await start(() => overStdio([]), client.pid ?? 0);
    const exited = once(server, 'exit');
    client.kill();
    assert.deepEqual(await exited, [1, null]);
    connection.dispose();
  });
});
