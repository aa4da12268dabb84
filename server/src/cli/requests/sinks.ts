import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { CommandFailure, ReaderGone } from '../failure';
import { isReaderGone } from '../output';
import { WholeFile } from '../wholeFile';
import type { AnswerSink } from './ordered';

/** So many characters are gathered before they are written. */
const FULL = 64 * 1024;

/** Gathers what is added, and writes it piece by piece. */
class GatheringSink implements AnswerSink {
  #text = '';

  constructor(private readonly write: (text: string) => Promise<void> | undefined) {}

  add(answer: string): Promise<void> | undefined {
    this.#text += answer;
    return this.#text.length < FULL ? undefined : this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    if (text !== '') await this.write(text);
  }
}

function notWritten({ message }: Error): CommandFailure {
  return new CommandFailure(`The answers cannot be written: ${message}`, 2);
}

/** Writes to a stream, and waits while that cannot take more. Fails where the stream does. */
function streamSink(stream: Writable): AnswerSink {
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure ??= error;
  });
  return new GatheringSink(async (text) => {
    if (failure === undefined && !stream.write(text)) await once(stream, 'drain').catch(() => undefined);
    if (failure) throw isReaderGone(failure) ? new ReaderGone() : notWritten(failure);
  });
}

/** Lends a sink that writes to a file, or to stdout where none is named. The file is written whole, or stays what it was. */
export async function withSink<Result>(
  file: string | undefined,
  use: (sink: AnswerSink) => Promise<Result>,
): Promise<Result> {
  if (file === undefined) return use(streamSink(process.stdout));
  const whole = new WholeFile(file);
  try {
    const result = await use(
      new GatheringSink((text) => {
        whole.write(text);
        return undefined;
      }),
    );
    whole.finish();
    return result;
  } catch (error) {
    whole.discard();
    throw error;
  }
}
