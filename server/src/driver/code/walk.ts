import type { Entry, Expression, Spread, Statement } from './code';

export type Part = Expression | Spread | Entry;

/** What stands directly in `part`, in the order of the source. The bodies of functions and classes are not in it. */
export function partsOf(part: Part): readonly Part[] {
  switch (part.kind) {
    case 'text':
    case 'name':
    case 'outside':
    case 'import':
    case 'unread':
      return [];
    case 'plain':
    case 'unknown':
    case 'sequence':
      return part.parts;
    case 'member':
      return [part.object];
    case 'item':
      return [part.object, part.key];
    case 'entry':
      return [part.key, part.value];
    case 'spread':
      return [part.value];
    case 'dictionary':
      return part.entries;
    case 'list':
      return part.items;
    case 'either':
      return part.choices;
    case 'contains':
      return [part.key, part.object];
    case 'combine':
      return [part.left, part.right];
    case 'call':
      return [part.callee, ...part.positional, ...part.keywords];
    case 'assign':
    case 'extend':
      return [part.target, part.value];
    case 'remove':
      return [part.target];
    case 'element':
      return [part.source];
    case 'each':
      return [...part.steps, part.display];
    case 'function':
      return part.code.parameters.flatMap(({ defaultValue }) => defaultValue ?? []);
    case 'class':
      return [...part.code.bases, ...part.code.keywords, ...part.code.decorators];
    case 'decorated':
      return [...part.decorators, part.value];
  }
}

/** The expressions and the nested blocks that stand directly in `statement`. */
export function contentOf(statement: Statement): { expressions: readonly Expression[]; body: readonly Statement[] } {
  switch (statement.kind) {
    case 'do':
    case 'return':
      return { expressions: [statement.value], body: [] };
    case 'leave':
    case 'import-all':
      return { expressions: [], body: [] };
    case 'block':
    case 'maybe':
    case 'loop':
      return { expressions: [], body: statement.body };
    case 'branch':
      return { expressions: [], body: statement.choices.flat() };
    case 'switch':
      return { expressions: [], body: statement.cases.flat() };
    case 'for':
      return { expressions: [statement.step], body: [...statement.body, ...statement.otherwise] };
    case 'try': {
      const { body, handlers, otherwise, final } = statement;
      return { expressions: [], body: [...body, ...handlers.flat(), ...otherwise, ...final] };
    }
  }
}

/** The variables that assigning to `target` sets. */
export function namesOf(target: Part): string[] {
  switch (target.kind) {
    case 'name':
      return [target.name];
    case 'assign':
      return namesOf(target.target);
    case 'list':
      return target.items.flatMap(namesOf);
    case 'dictionary':
      return target.entries.flatMap((entry) => namesOf(entry.value));
    case 'spread':
      return namesOf(target.value);
    default:
      return [];
  }
}

/** The variables that `body` sets or removes itself; not those of functions, classes and comprehensions in it. */
export function assignedNames(body: readonly Statement[]): string[] {
  const names = new Set<string>();
  const inPart = (part: Part, own: ReadonlySet<string>): void => {
    if (part.kind === 'assign' || part.kind === 'extend' || part.kind === 'remove')
      for (const name of namesOf(part.target)) if (!own.has(name)) names.add(name);
    const inner = part.kind === 'each' ? new Set([...own, ...part.names]) : own;
    for (const child of partsOf(part)) inPart(child, inner);
  };
  const inBody = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      const { expressions, body: nested } = contentOf(statement);
      for (const expression of expressions) inPart(expression, new Set());
      inBody(nested);
    }
  };
  inBody(body);
  return [...names];
}

/** Shows every part of `body` to `visit`, outer ones first; the bodies of functions and classes where it asks for them. */
export function visitParts(body: readonly Statement[], visit: (part: Part) => boolean): void {
  const inPart = (part: Part): void => {
    if (visit(part) && (part.kind === 'function' || part.kind === 'class')) visitParts(part.code.body, visit);
    partsOf(part).forEach(inPart);
  };
  for (const statement of body) {
    const { expressions, body: nested } = contentOf(statement);
    expressions.forEach(inPart);
    visitParts(nested, visit);
  }
}

/** Whether `is` is true of any part of `body`, at any depth. */
export function hasPart(body: readonly Statement[], is: (part: Part) => boolean): boolean {
  let found = false;
  visitParts(body, (part) => {
    found ||= is(part);
    return !found;
  });
  return found;
}
