import { findNodeAtLocation, parseTree, type JSONPath } from 'jsonc-parser';
import { parsePythonJson } from '../pythonJson';
import { isDictionary, isList, type PythonDictionary, type PythonValue } from '../pythonValue';
import type { Span } from '../text/span';
import type { Request } from '../driver/runner';
import type { VifRequest } from './vifRequest';

/** A request, or why the text is none, with the place of the fault. */
export type ParsedRequest =
  | { readonly kind: 'request'; readonly request: VifRequest }
  | { readonly kind: 'broken'; readonly message: string; readonly span: Span };

/** A part that has another shape than it must have. */
interface Fault {
  readonly path: JSONPath;
  readonly message: string;
}

/** The parts of a request that must be dictionaries. */
const PARTS = ['instance', 'network', 'mapping', 'template'] as const;

function partFault(request: PythonDictionary): Fault | undefined {
  const wrong = PARTS.find((part) => request.has(part) && !isDictionary(request.get(part)));
  if (wrong !== undefined) return { path: [wrong], message: `"${wrong}" must be an object.` };
  const nics = request.get('nics');
  if (nics === undefined) return undefined;
  if (!isList(nics)) return { path: ['nics'], message: '"nics" must be a list: [{"network": {…}, "mapping": {…}}].' };
  return nics.map(nicFault).find((fault) => fault !== undefined);
}

/** What is wrong with an entry of `nics`. */
function nicFault(nic: PythonValue, index: number): Fault | undefined {
  const path = ['nics', index];
  if (!isDictionary(nic)) return { path, message: `Entry ${index + 1} of "nics" must be an object.` };
  if (!nic.has('network')) return { path, message: `Entry ${index + 1} of "nics" must have a "network".` };
  const wrong = (['network', 'mapping'] as const).find((part) => nic.has(part) && !isDictionary(nic.get(part)));
  if (wrong === undefined) return undefined;
  return { path: [...path, wrong], message: `"${wrong}" of entry ${index + 1} of "nics" must be an object.` };
}

function dictionaryIn(of: PythonDictionary, part: string): PythonDictionary | undefined {
  const value = of.get(part);
  return isDictionary(value) ? value : undefined;
}

function nicIn(of: PythonDictionary, instance: PythonDictionary): Request {
  const mapping = dictionaryIn(of, 'mapping');
  return { instance, network: dictionaryIn(of, 'network') ?? new Map(), ...(mapping && { mapping }) };
}

/** A request whose parts have their shapes. */
function requestOf(parts: PythonDictionary): VifRequest {
  const instance = dictionaryIn(parts, 'instance') ?? new Map<string, PythonValue>();
  const listed = parts.get('nics');
  const nics = isList(listed) ? listed.filter(isDictionary).map((nic) => nicIn(nic, instance)) : undefined;
  const own = parts.has('network') ? undefined : nics?.[0];
  return {
    template: dictionaryIn(parts, 'template') ?? new Map(),
    nic: own ?? nicIn(parts, instance),
    nics: nics ?? [nicIn(parts, instance)],
  };
}

/** Where a part of a text stands that is JSON. */
function spanOf(json: string, path: JSONPath): Span {
  const root = parseTree(json);
  const { offset, length } = (root && findNodeAtLocation(root, path)) ?? { offset: 0, length: 0 };
  return { start: offset, end: offset + length };
}

/**
 * Reads a request, `{"instance": {…}, "network": {…}, "mapping": {…}, "template": {…}, "nics": [{"network": {…}, "mapping": {…}}]}`
 * in strict JSON. A part that is left out is empty; without `network`, the first of `nics` is taken for it.
 */
export function parseRequest(text: string): ParsedRequest {
  const json = text.replace(/^\uFEFF/, ' ');
  const parsed = parsePythonJson(json);
  if (parsed.kind === 'broken') return parsed;
  if (!isDictionary(parsed.value)) {
    const message = 'A request is an object: {"instance": {…}, "network": {…}}.';
    return { kind: 'broken', message, span: { start: 0, end: 0 } };
  }
  const fault = partFault(parsed.value);
  if (fault) return { kind: 'broken', message: fault.message, span: spanOf(json, fault.path) };
  return { kind: 'request', request: requestOf(parsed.value) };
}
