import type { PythonDictionary } from '../pythonValue';
import { assignedNames } from './assignedNames';
import { Refusal } from './evaluate/refusal';
import { Renderer } from './renderer/renderer';
import type { CheetahOutcome } from './rendering';
import type { CheetahFile } from './syntax';

/**
 * Renders a Cheetah file as Cheetah 3.3 does with `searchList`, byte for byte; but a placeholder whose name is found
 * nowhere stays as it is written. A file with an error, and one that Cheetah would fail in or that holds what is not
 * understood, is refused. Nothing of the template is run as Python or JavaScript, and every rendering ends.
 * `text` is what `file` was parsed from.
 */
export function renderCheetah(file: CheetahFile, text: string, searchList: PythonDictionary): CheetahOutcome {
  const error = file.problems.find(({ severity }) => severity === 'error');
  if (error) return { kind: 'refused', message: error.message, span: error.span };
  try {
    refuseNames(file);
    return { kind: 'rendered', rendering: new Renderer(text, file.nodes, searchList).render(file.nodes) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { message, span = { start: 0, end: text.length }, missing } = error;
    return { kind: 'refused', message, span, ...(missing !== undefined && { missing }) };
  }
}

/** Refuses variables that Python renames as private ones of a class, wherever they stand. */
function refuseNames({ nodes }: CheetahFile): void {
  for (const { name, span } of assignedNames(nodes)) {
    if (name.startsWith('__'))
      throw new Refusal(`'${name}' is not understood: names that begin with '__' are Python's.`, span);
  }
}
