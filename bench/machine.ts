import { cpus, loadavg, totalmem, type as system } from 'node:os';
import { ran } from './programs/run';

/** The first line that a program writes; that it is missing where it is. */
function versionOf(program: string, args: readonly string[]): string {
  const { stdout, exitCode } = ran(program, args);
  return exitCode === 0 ? (stdout.trim().split('\n')[0] ?? '') : 'missing';
}

const packageVersion = (name: string): string => versionOf('dpkg-query', ['-W', '-f', '${Version}', name]);

/** What was measured on, as a list in Markdown. `load` is how much else the machine had to do. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');
  return [
    `- ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${system()}`,
    `- Node.js ${process.versions.node}, ${versionOf('/usr/bin/python3', ['--version'])}`,
    `- Debian: python3-cheetah ${packageVersion('python3-cheetah')}, python3-oslo.config ${packageVersion('python3-oslo.config')}`,
    `- load when the measurement ended (1, 5 and 15 minutes): ${load}`,
  ].join('\n');
}
