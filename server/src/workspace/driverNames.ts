import { URI } from 'vscode-uri';
import type { DriverView } from '../check/view';
import { DRIVER_SUFFIXES } from './fileKind';

/** The files that may hold a driver. */
export const DRIVER_PATTERN = `*{${DRIVER_SUFFIXES.map(([suffix]) => suffix).join(',')}}`;

/** What a driver cannot do without: a file that does not even mention it need not be read. */
const MENTIONS_METHOD = /\b(?:getVIFConfiguration|plug)\b/;
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** The dotted name of the module in a file below a folder; `undefined` where its path is none. */
function moduleName(folder: string, uri: string): string | undefined {
  const path = URI.parse(uri).path.slice(URI.parse(folder).path.replace(/\/$/, '').length + 1);
  const parts = path.replace(/\.[^./]*$/, '').split('/');
  if (parts.length > 1 && parts.at(-1) === '__init__') parts.pop();
  return parts.every((part) => IDENTIFIER.test(part)) ? parts.join('.') : undefined;
}

/** The dotted names of the drivers in a file below a folder of the search path: its classes that have a method of a driver. */
export function driverNamesIn(
  folder: string,
  uri: string,
  text: string,
  read: () => DriverView | undefined,
): readonly string[] {
  const module = moduleName(folder, uri);
  if (module === undefined || !MENTIONS_METHOD.test(text)) return [];
  const classes = read()?.module.classes ?? [];
  return classes
    .filter(({ className, method }) => className !== '' && method !== undefined)
    .map(({ className }) => `${module}.${className}`);
}
