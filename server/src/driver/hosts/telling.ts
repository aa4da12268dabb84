import { writeSync } from 'node:fs';

const ANSWERS = 3;

// A driver may replace these: the host keeps its own.
const write = writeSync;
const streams = [process.stdout, process.stderr].map((stream) => {
  stream.on('error', () => undefined);
  return { stream, print: stream.write.bind(stream) };
});

/** Tells who asks these bytes, at once. */
export function tell(bytes: Buffer): void {
  for (let told = 0; told < bytes.length;) told += write(ANSWERS, bytes, told);
}

/** What to wait for until all that the driver has printed is out; `undefined` where it is. */
export function untilPrinted(): Promise<unknown> | undefined {
  const late = streams.filter(({ stream }) => stream.writableLength > 0);
  if (late.length === 0) return undefined;
  return Promise.all(
    late.map(
      ({ print }) =>
        new Promise<void>((resolve) =>
          print('', () => {
            resolve();
          }),
        ),
    ),
  );
}
