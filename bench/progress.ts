/** Says on stderr how far a long measurement is. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
