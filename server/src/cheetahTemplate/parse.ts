import type { Expression, NameExpression } from '../cheetah/expression';
import { parseCheetah } from '../cheetah/parse';
import type { Problem } from '../problems';
import type { Placeholder, PlaceholderContext } from '../template/templateFile';
import type { Span } from '../text/span';
import { checkBranches } from './branches/checkBranches';
import type { CheetahTemplateFile, NameUse } from './cheetahTemplateFile';
import { contextAt } from './contexts';
import { LoopVariableAskings } from './loopVariableAskings';
import { assignedBy, withNested } from './nodes';
import { templatesOf, type Reached } from './templates';
import { usesIn, type KeyUse } from './uses';
import { mentionsAt } from './vifTypeMentions';
import { expressionsAt, walk, type Place } from './walk';
import { readXml, type CheetahXml } from './xml';

/** What an expression takes its value from first: in `$nic.name.upper()`, `$nic.name` among others. */
function* chainOf(expression: Expression): Generator<Expression> {
  let next: Expression | undefined = expression;
  while (next) {
    yield next;
    if (next.kind === 'member' || next.kind === 'subscript') next = next.object;
    else next = next.kind === 'call' ? next.callee : undefined;
  }
}

/** The whole placeholder for a key that it stands for, else what names the key. */
function spanOf(place: Place, { expression }: KeyUse): Span {
  const node = place.kind === 'node' && place.node.kind === 'placeholder' ? place.node : undefined;
  return node && [...chainOf(node.expression)].includes(expression) ? node.span : expression.span;
}

/** The names that are given a value at a place. */
function definedAt(place: Place): readonly NameExpression[] {
  if (place.kind !== 'node') return [];
  if (place.node.kind === 'set') return [place.node.name];
  return place.node.kind === 'loop' ? place.node.variables : [];
}

function isOutput(place: Place): boolean {
  return place.kind === 'node' && (place.node.kind === 'placeholder' || place.node.kind === 'echo');
}

/** Reads what a file asks for. */
class UsesReader {
  readonly placeholders: Reached<Placeholder>[] = [];
  readonly names: NameUse[] = [];
  readonly #optionalKeys = new Set<string>();
  readonly #optionalNames = new Set<string>();

  constructor(
    private readonly places: readonly Place[],
    private readonly xml: CheetahXml,
    private readonly ownNames: ReadonlySet<string>,
  ) {
    for (const place of this.places) this.#take(place);
  }

  /** A key, or a name, that the file asks for anywhere need not be there anywhere: the one decides over the other. */
  read(): { readonly placeholders: readonly Reached<Placeholder>[]; readonly names: readonly NameUse[] } {
    return {
      placeholders: this.placeholders.map(({ item, reach }) => ({
        item: this.#optionalKeys.has(item.key) ? { ...item, optional: true } : item,
        reach,
      })),
      names: this.names.map((found) => ({ ...found, isOptional: this.#optionalNames.has(found.name) })),
    };
  }

  #take(place: Place): void {
    const uses = expressionsAt(place).map((expression) => usesIn(expression, place.scope));
    const context = this.#contextAt(place);
    for (const use of uses.flatMap(({ keys }) => keys)) {
      const { key, keySpan, isOptional } = use;
      if (isOptional) this.#optionalKeys.add(key);
      this.placeholders.push({ item: { key, keySpan, span: spanOf(place, use), context }, reach: place.reach });
    }
    for (const { name, nameSpan, searched } of uses.flatMap(({ names }) => names)) {
      const isOwn = this.ownNames.has(name);
      if (isOwn || searched)
        this.names.push({ name, span: nameSpan, role: isOwn ? 'own' : 'searched', isOptional: false });
    }
    for (const { name, nameSpan } of definedAt(place))
      this.names.push({ name, span: nameSpan, role: 'definition', isOptional: false });
    for (const { name } of uses.flatMap(({ askings }) => askings))
      this.#optionalNames.add(name.value.split('.', 1)[0] ?? '');
  }

  #contextAt(place: Place): PlaceholderContext {
    return place.kind === 'node' && isOutput(place) ? contextAt(this.xml.scan, place.node.span.start) : 'directive';
  }
}

function tagsWithReach(places: readonly Place[], { tags }: CheetahXml): Parameters<typeof templatesOf>[0]['tags'] {
  let next = 0;
  const texts = places
    .filter((place) => place.kind === 'node')
    .filter(({ node }) => node.kind === 'text' || node.kind === 'raw');
  return texts.flatMap(({ node, reach }) => {
    const from = next;
    while ((tags[next]?.span.start ?? Infinity) < node.span.end) next++;
    return tags.slice(from, next).map((item) => ({ item, reach }));
  });
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Reads a template file of the Cheetah dialect. Every text parses: a broken one still yields what can be told of it, and all of its problems. */
export function parseCheetahTemplate(text: string, uri: string): CheetahTemplateFile {
  const cheetah = parseCheetah(text, uri);
  const { nodes } = cheetah;
  const xml = readXml(text, cheetah, uri);
  const places = [...walk(nodes)];
  const ownNames = new Set([...withNested(nodes)].flatMap(assignedBy));
  const { placeholders, names } = new UsesReader(places, xml, ownNames).read();
  const mentions = places.flatMap(mentionsAt);
  const branches = checkBranches(cheetah, xml.isRegular ? xml.tags : [], uri);
  const askings = new LoopVariableAskings(text, uri);
  return {
    dialect: 'cheetah',
    cheetah,
    templates: templatesOf({ text, places, mentions, placeholders, tags: tagsWithReach(places, xml) }),
    placeholders: placeholders.map(({ item }) => item).sort((a, b) => a.keySpan.start - b.keySpan.start),
    tags: xml.tags,
    comments: xml.scan.comments,
    names: names.toSorted((a, b) => a.span.start - b.span.start),
    vifTypeMentions: mentions,
    problems: inOrder([
      ...cheetah.problems,
      ...xml.problems,
      ...branches.unbalanced,
      ...branches.unreachable,
      ...places.flatMap((place) => askings.problemsAt(place)),
    ]),
  };
}
