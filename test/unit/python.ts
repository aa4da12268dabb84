import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { parsePythonJson } from '../../server/src/pythonJson';
import { isDictionary, type PythonDictionary } from '../../server/src/pythonValue';

/** Runs a program in Python once; it reads `input` as JSON from stdin with `json.load`, and prints JSON. */
export function askPython(program: string, input: unknown): unknown {
  const { stdout, stderr } = spawnSync('python3', ['-I', '-c', `import json, sys\n${program}`], {
    encoding: 'utf8',
    input: JSON.stringify(input),
    maxBuffer: 1 << 28,
  });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

/** What Python reads from the JSON of an object; a dictionary is itself. */
export function dictionary(object: object): PythonDictionary {
  if (object instanceof Map) return object as PythonDictionary;
  const parsed = parsePythonJson(JSON.stringify(object));
  assert.ok(parsed.kind === 'value' && isDictionary(parsed.value));
  return parsed.value;
}
