import { inspect } from 'node:util';
import { pathToFileURL } from 'node:url';
import type { HostAnswer, HostPlace } from '../hostProtocol';

const FRAME = '    at ';

/** Tells what the driver threw, and where in `file`. `host` is the host's own file, whose frames are left out. Never throws. */
export function thrown(error: unknown, file: string, host: string): HostAnswer {
  try {
    return describe(error, file, host);
  } catch {
    return { kind: 'raised', type: '', text: 'something that cannot be shown', traceback: '', place: null };
  }
}

function describe(error: unknown, file: string, host: string): HostAnswer {
  const traceback = inspect(error)
    .split('\n')
    .filter((line) => !isHostFrame(line, host))
    .join('\n');
  if (!(error instanceof Error)) return { kind: 'raised', type: '', text: inspect(error), traceback, place: null };
  return { kind: 'raised', type: error.name, text: error.message, traceback, place: placeIn(file, error.stack ?? '') };
}

function isHostFrame(line: string, host: string): boolean {
  return line.trimStart().startsWith('at ') && (line.includes(host) || line.includes('node:internal'));
}

/** The innermost line of `file`, and the innermost of its functions that has a name. */
function placeIn(file: string, stack: string): HostPlace | null {
  const names = [`${pathToFileURL(file).href}:`, `${file}:`];
  const lines = stack.split('\n');
  const syntaxError = names.find((name) => lines[0]?.startsWith(name));
  if (syntaxError !== undefined) return { line: lineAfter(syntaxError, lines[0]), function: null };
  const frames = lines.filter((line) => line.startsWith(FRAME) && names.some((name) => line.includes(name)));
  const [first] = frames;
  if (first === undefined) return null;
  const line = Math.max(...names.map((name) => lineAfter(name, first)));
  return { line, function: frames.map(functionName).find((name) => name !== '') ?? '<module>' };
}

function lineAfter(name: string, text = ''): number {
  const at = text.indexOf(name);
  return at < 0 ? 0 : Number.parseInt(text.slice(at + name.length), 10);
}

/** `at async Driver.plug (…)` is in `plug`, `at new Driver (…)` in the constructor. Empty for a function without a name. */
function functionName(frame: string): string {
  const end = frame.indexOf(' (');
  if (end < 0) return '';
  const name = frame.slice(FRAME.length, end).split(' [as ')[0] ?? '';
  if (name.startsWith('new ')) return 'constructor';
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(' ')) + 1);
  return last === '<anonymous>' ? '' : last;
}
