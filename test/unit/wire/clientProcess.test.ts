import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const MODULE = path.join(__dirname, '../../../server/src/wire/clientProcess.ts');
/** A server that does nothing but watch its client. */
const SERVER = `require(${JSON.stringify(MODULE)}).endWithProcess(Number(process.argv[1])); setInterval(() => {}, 1000); console.log('watching');`;

describe('a server whose channel stays open', () => {
  it('ends behind its client, and not before', async () => {
    const client = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const server = spawn(process.execPath, ['--import', 'tsx', '-e', SERVER, String(client.pid)]);
    const ended = once(server, 'exit');
    await once(server.stdout, 'data');
    const gone = once(client, 'exit').then(() => 'client');
    client.kill();
    assert.equal(await Promise.race([gone, ended.then(() => 'server')]), 'client');
    assert.deepEqual(await ended, [1, null]);
  });
});
