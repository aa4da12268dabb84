import type { Statement } from './code';
import { contentOf, type Part, partsOf } from './walk';

/** What each part of some code stands in: an outer part, or the statement. */
export type Parents = ReadonlyMap<Part, Part | Statement>;

export function parentsIn(bodies: Iterable<readonly Statement[]>): Parents {
  const parents = new Map<Part, Part | Statement>();
  const inPart = (part: Part, parent: Part | Statement): void => {
    parents.set(part, parent);
    if (part.kind === 'member') parents.set(part.name, part);
    for (const child of partsOf(part)) inPart(child, part);
    if (part.kind === 'function' || part.kind === 'class') inBody(part.code.body);
  };
  const inBody = (body: readonly Statement[]): void => {
    for (const statement of body) {
      const { expressions, body: nested } = contentOf(statement);
      for (const expression of expressions) inPart(expression, statement);
      inBody(nested);
    }
  };
  for (const body of bodies) inBody(body);
  return parents;
}
