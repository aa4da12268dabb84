import { spawnSync } from 'node:child_process';

/** What expat, an XML parser that is not ours, reads in a document; or why it is not well formed. */
export type Reading =
  { readonly error: string } | { readonly error: null; readonly attributes: readonly string[]; readonly text: string };

const SCRIPT = `
import json, sys
from xml.parsers import expat

def read(document):
    attributes, text = [], []
    parser = expat.ParserCreate('UTF-8')
    parser.ordered_attributes = True
    parser.StartElementHandler = lambda name, values: attributes.extend(values[1::2])
    parser.CharacterDataHandler = text.append
    try:
        parser.Parse(document.encode('utf-8'), True)
    except expat.ExpatError as error:
        return {'error': str(error)}
    return {'error': None, 'attributes': attributes, 'text': ''.join(text)}

json.dump([read(document) for document in json.load(sys.stdin)], sys.stdout)
`;

/** Whether there is a Python here to ask. */
export const hasExpat = spawnSync('python3', ['-c', 'import xml.parsers.expat']).status === 0;

/** Reads all the documents in one Python process. None may hold a surrogate that stands alone: it can't be written in UTF-8. */
export function readWithExpat(documents: readonly string[]): readonly Reading[] {
  const input = JSON.stringify(documents);
  const { status, stdout, stderr } = spawnSync('python3', ['-c', SCRIPT], { input, encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`python3 failed: ${stderr}`);
  return JSON.parse(stdout) as readonly Reading[];
}
