import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Request } from '../driver/runner';
import type { Span } from '../text/span';

/** A request, or why the text is none, with the place of the fault. */
export type ParsedRequest =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'broken'; readonly message: string; readonly span: Span };

type Dictionary = Readonly<Record<string, unknown>>;

function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function broken(message: string, start = 0, end = start): ParsedRequest {
  return { kind: 'broken', message, span: { start, end } };
}

/** The parts of a request that must be dictionaries, as a driver takes them. */
const PARTS = ['instance', 'network', 'mapping'] as const;

/** Why a text is no JSON, and where: the engine's own parser does not say the place. */
function whyNoJson(json: string): ParsedRequest {
  const errors: ParseError[] = [];
  parseTree(json, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [error] = errors;
  if (!error) return broken('This is no JSON.');
  const what = printParseErrorCode(error.error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return broken(`This is no JSON: ${what}.`, error.offset, error.offset + error.length);
}

/** Reads a request, `{"instance": {…}, "network": {…}, "mapping": {…}}` in strict JSON. A part that is left out is empty. */
export function parseRequest(text: string): ParsedRequest {
  const json = text.replace(/^\uFEFF/, ' ');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return whyNoJson(json);
  }
  if (!isDictionary(value)) return broken('A request is an object: {"instance": {…}, "network": {…}}.');
  const wrong = PARTS.find((part) => value[part] !== undefined && !isDictionary(value[part]));
  if (wrong !== undefined) return broken(`"${wrong}" must be an object.`);
  const [instance, network, mapping] = PARTS.map((part) => (isDictionary(value[part]) ? value[part] : undefined));
  return {
    kind: 'request',
    request: { instance: instance ?? {}, network: network ?? {}, ...(mapping && { mapping }) },
  };
}
