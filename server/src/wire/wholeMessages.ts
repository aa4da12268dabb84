import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Writes each message in one piece, as soon as it is there. The library's own writer hands its head to the system and then its body, in a later
 * turn: the client is woken twice for one answer, and that is a tenth of what a small edit takes.
 */
export class WholeMessages extends AbstractMessageWriter implements MessageWriter {
  #faults = 0;

  constructor(private readonly output: Writable) {
    super();
    output.on('error', (error) => {
      this.fireError(error);
    });
    output.on('close', () => {
      this.fireClose();
    });
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      this.output.write(whole, (error) => {
        if (!error) {
          resolve();
          return;
        }
        this.fireError(error, message, ++this.#faults);
        reject(error);
      });
    });
  }

  end(): void {
    this.output.end();
  }
}
