import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The absolute path of a file of this repository. */
export function pathOf(file: string): string {
  return fileURLToPath(new URL(`../../../${file}`, import.meta.url));
}

/** The text of a file of this repository. */
export function read(file: string): string {
  return readFileSync(pathOf(file), 'utf8');
}

/** A JSON object, or a part of one. */
export type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `value`, which has to be an object; `what` names it in the failure. */
export function asObject(value: unknown, what: string): JsonObject {
  assert.ok(isObject(value), `${what} is no object`);
  return value;
}

/** A JSON file of this repository, which has to hold an object. */
export function readJson(file: string): JsonObject {
  return asObject(JSON.parse(read(file)), file);
}

/** The object under `key`, which has to be there. */
export function objectAt(parent: JsonObject, key: string): JsonObject {
  return asObject(parent[key], key);
}
