/**
 * Writes the regular expressions that our code puts together while it is loaded, and those that it makes when it is asked
 * for something, as JSON: no reading of the source tells them. Run by linear.test.ts, which names the files.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../installedPrograms';
import type { FoundPattern } from './collect';

const made: FoundPattern[] = [];

/** The file and the line of ours that asked for a pattern. */
function callerOf(stack = ''): string | undefined {
  const here = stack
    .split('\n')
    .find((line) => /[/\\](?:client|server|scripts)[/\\]/.test(line) && line.includes(ROOT));
  return here
    ?.slice(here.indexOf(ROOT) + ROOT.length + 1)
    .split(path.sep)
    .join('/')
    .replace(/:\d+\)?$/, '');
}

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, given: ConstructorParameters<RegExpConstructor>) {
    const pattern = new target(...given);
    const place = callerOf(new Error().stack);
    if (place !== undefined) made.push({ place, source: pattern.source, flags: pattern.flags });
    return pattern;
  },
});

async function main(): Promise<void> {
  for (const file of process.argv.slice(2)) await import(pathToFileURL(path.join(ROOT, file)).href);
  const { fitsGlob } = await import('../../../client/src/nameGlob');
  const { DRIVER_PATTERN } = await import('../../../server/src/workspace/driverNames');
  for (const glob of ['nova.conf', 'nova-*.conf', '*.vif.xml', DRIVER_PATTERN]) fitsGlob('a', glob);
  const { novaOptions } = await import('../../../server/src/novaConf/catalogue');
  const { textFault } = await import('../../../server/src/novaConf/values/text');
  for (const option of novaOptions()) textFault(option, 'a');
  process.stdout.write(JSON.stringify(made));
}

void main();
