import fc from 'fast-check';

/** A part of a Cheetah file that is made of tags, conditions on a few names, and loops. */
export type Part =
  | { readonly kind: 'open' | 'close'; readonly name: string }
  | { readonly kind: 'if'; readonly test: TestOf; readonly then: readonly Part[]; readonly otherwise: readonly Part[] }
  | { readonly kind: 'loop'; readonly body: readonly Part[] };

/** `$name`, whether it holds, or whether one of two does. */
export interface TestOf {
  readonly name: string;
  readonly other?: string;
  readonly negated: boolean;
}

/** Which names are true, and how often each loop runs. */
export interface Setting {
  readonly names: ReadonlySet<string>;
  readonly turns: number;
}

const NAMES = ['x', 'y', 'z'];

export const SETTINGS: readonly Setting[] = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((bits) =>
  [0, 1, 2].map((turns) => ({ names: new Set(NAMES.filter((_, index) => (bits >> index) % 2 === 1)), turns })),
);

function written({ name, other, negated }: TestOf): string {
  const test = other === undefined ? `$${name}` : `($${name} or $${other})`;
  return negated ? `not ${test}` : test;
}

/** The text of a file. */
export function textOf(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'open':
          return `<${part.name}>\n`;
        case 'close':
          return `</${part.name}>\n`;
        case 'if':
          return `#if ${written(part.test)}\n#pass\n${textOf(part.then)}#else\n#pass\n${textOf(part.otherwise)}#end if\n`;
        case 'loop':
          return `#for $i in $items\n#pass\n${textOf(part.body)}#end for\n`;
      }
    })
    .join('');
}

function holds({ name, other, negated }: TestOf, { names }: Setting): boolean {
  return (names.has(name) || (other !== undefined && names.has(other))) !== negated;
}

/** Follows one rendering: `open` are the names of the elements that are open. Gives whether all is closed in its order, and every turn of a loop leaves what is open as it was. */
function follow(parts: readonly Part[], setting: Setting, open: string[]): boolean {
  return parts.every((part) => {
    switch (part.kind) {
      case 'open':
        open.push(part.name);
        return true;
      case 'close':
        return open.pop() === part.name;
      case 'if':
        return follow(holds(part.test, setting) ? part.then : part.otherwise, setting, open);
      case 'loop':
        return Array.from({ length: setting.turns }).every(() => {
          const before = open.join(' ');
          return follow(part.body, setting, open) && open.join(' ') === before;
        });
    }
  });
}

/** Whether every element that comes out is closed. */
export function isBalanced(parts: readonly Part[], setting: Setting): boolean {
  const open: string[] = [];
  return follow(parts, setting, open) && open.length === 0;
}

const element = fc.constantFrom('a', 'b');
const test: fc.Arbitrary<TestOf> = fc
  .record({
    name: fc.constantFrom(...NAMES),
    other: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
    negated: fc.boolean(),
  })
  .map(({ other, ...rest }) => (other === undefined ? rest : { ...rest, other }));

/** Parts in any order: mostly not balanced. */
export const anyParts: fc.Arbitrary<readonly Part[]> = fc.letrec<{ parts: readonly Part[] }>((tie) => ({
  parts: fc.array(
    fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: fc.constantFrom('open' as const, 'close' as const), name: element }),
      fc.record({ kind: fc.constant('if' as const), test, then: tie('parts'), otherwise: tie('parts') }),
      fc.record({ kind: fc.constant('loop' as const), body: tie('parts') }),
    ),
    { maxLength: 4 },
  ),
})).parts;

/** Parts that are balanced by the way they are made. Elements are opened in branches and closed in others. */
export const balancedParts: fc.Arbitrary<readonly Part[]> = fc.letrec<{ parts: readonly Part[] }>((tie) => ({
  parts: fc
    .array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        element.map((name): readonly Part[] => [
          { kind: 'open', name },
          { kind: 'close', name },
        ]),
        fc
          .tuple(element, tie('parts'))
          .map(([name, inside]): readonly Part[] => [{ kind: 'open', name }, ...inside, { kind: 'close', name }]),
        fc
          .tuple(test, tie('parts'), tie('parts'))
          .map(([given, then, otherwise]): readonly Part[] => [{ kind: 'if', test: given, then, otherwise }]),
        tie('parts').map((body): readonly Part[] => [{ kind: 'loop', body }]),
        fc
          .tuple(test, element, fc.option(element), tie('parts'))
          .map(([given, name, other, inside]) => openedInBranches(given, name, other, inside)),
      ),
      { maxLength: 3 },
    )
    .map((parts) => parts.flat()),
})).parts;

/** Something in an element that is another one, or none at all, where a test does not hold. */
function openedInBranches(given: TestOf, name: string, other: string | null, inside: readonly Part[]): readonly Part[] {
  const branches = (kind: 'open' | 'close'): Part => ({
    kind: 'if',
    test: given,
    then: [{ kind, name }],
    otherwise: other === null ? [] : [{ kind, name: other }],
  });
  return [branches('open'), ...inside, branches('close')];
}
