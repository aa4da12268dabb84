/**
 * Runs a JavaScript VIF driver, once for each request that comes over descriptor 4, and answers over descriptor 3, until
 * nobody asks any more. Stdout and stderr are the driver's. Node runs this file a second time where files are open in the editor,
 * as their hooks.
 */
import { Socket } from 'node:net';
import { isMainThread } from 'node:worker_threads';
import { FrameReader, type Frame } from '../hostFrames';
import { HOST_READY } from '../hostProtocol';
import { tell } from './telling';
import { Work } from './work';

export { initialize, load } from './openFiles';

const ASKED = 4;
// A driver may replace it: the host keeps its own.
const exit = process.exit.bind(process);

if (isMainThread) main();

function main(): void {
  tell(Buffer.from(`${HOST_READY}\n`));
  const requests = new Socket({ fd: ASKED, readable: true, writable: false });
  const reader = new FrameReader();
  const waiting: (Frame | undefined)[] = [];
  const work = new Work();
  let isBusy = false;
  const workOff = async (): Promise<void> => {
    isBusy = true;
    // A driver that waits for nothing that could come ends the process: our own waiting does not count.
    requests.unref();
    for (let asked = waiting.shift(); asked; asked = waiting.shift()) await work.take(asked);
    requests.ref();
    isBusy = false;
  };
  requests.on('data', (bytes) => {
    waiting.push(...reader.read(bytes));
    if (!isBusy) void workOff();
  });
  requests.on('end', () => exit(0));
  process.on('exit', () => {
    work.end();
  });
  // What is thrown later, by a timer, say. What state that leaves the process in, nobody knows.
  process.once('uncaughtException', (error) => {
    void work.fail(error).then(() => exit(0));
  });
}
