import { deepEqual, equal, rejects } from 'node:assert/strict';
import { Writable } from 'node:stream';
import { WholeMessages } from '../../../server/src/wire/wholeMessages';

const MESSAGE = { jsonrpc: '2.0', method: 'é' };
const BODY = JSON.stringify(MESSAGE);

/** Takes note of what is handed to the system, each time. */
function output(pieces: string[], fault?: Error): Writable {
  return new Writable({
    write: (piece: Buffer, _, done) => {
      pieces.push(piece.toString());
      done(fault);
    },
  });
}

describe('a message', () => {
  it('is written at once, and in one piece', async () => {
    const pieces: string[] = [];
    const writer = new WholeMessages(output(pieces));
    const written = [writer.write(MESSAGE), writer.write(MESSAGE)];
    const whole = `Content-Length: ${BODY.length + 1}\r\n\r\n${BODY}`;
    deepEqual(pieces, [whole, whole]);
    await Promise.all(written);
  });

  it('that cannot be written is told of', async () => {
    const fault = new Error('gone');
    const writer = new WholeMessages(output([], fault));
    const told: unknown[] = [];
    writer.onError(([error, message]) => told.push(error, message));
    await rejects(writer.write(MESSAGE), fault);
    equal(told[0], fault);
    equal(told[1], MESSAGE);
  });
});
