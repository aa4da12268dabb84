import { folderOf, isWithin } from './files';

/** Which nova.conf governs which template file. */
export interface Layout {
  readonly confsOf: ReadonlyMap<string, readonly string[]>;
  readonly templatesOf: ReadonlyMap<string, readonly string[]>;
}

/** What the layout is made from; all are URIs. */
export interface LayoutInput {
  readonly confs: readonly string[];
  readonly templates: readonly string[];
  readonly roots: readonly string[];
  /** The template file that a nova.conf names itself, with `libvirt_xml_template`. */
  readonly namedTemplate: (conf: string) => string | undefined;
}

/** The folder itself and those above it, up to the root that it lies in; a folder outside of every root has only itself. */
export function foldersUpwards(folder: string, roots: readonly string[]): readonly string[] {
  const root = roots.find((candidate) => isWithin(folder, candidate));
  const folders = [folder];
  for (let last = folder; root !== undefined && last !== root; folders.push(last)) last = folderOf(last);
  return folders;
}

function groupBy<Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  valueOf: (item: Item) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(valueOf(item));
    else groups.set(keyOf(item), [valueOf(item)]);
  }
  return groups;
}

/** The nova.confs that govern by where they lie: those that name no template file themselves. */
class ConfsByPlace {
  readonly #byFolder: ReadonlyMap<string, readonly string[]>;

  constructor(
    confs: readonly string[],
    private readonly roots: readonly string[],
  ) {
    this.#byFolder = groupBy(confs, folderOf, (conf) => conf);
  }

  /** Those of the nearest folder at or above the template; else those of its root, if they all lie in one folder. */
  of(template: string): readonly string[] {
    const upwards = foldersUpwards(folderOf(template), this.roots);
    const nearest = upwards.find((folder) => this.#byFolder.has(folder));
    if (nearest !== undefined) return this.#byFolder.get(nearest) ?? [];
    const root = upwards.at(-1) ?? '';
    const inRoot = [...this.#byFolder.keys()].filter((folder) => folder !== root && isWithin(folder, root));
    return inRoot.length === 1 ? (this.#byFolder.get(inRoot[0] ?? '') ?? []) : [];
  }
}

/**
 * Pairs templates and nova.confs. A nova.conf that names its template file governs that one alone; each other one
 * governs the templates in its folder and below, up to the next nova.conf.
 */
export function makeLayout({ confs, templates, roots, namedTemplate }: LayoutInput): Layout {
  const naming = groupBy(
    confs,
    (conf) => namedTemplate(conf) ?? '',
    (conf) => conf,
  );
  const byPlace = new ConfsByPlace(naming.get('') ?? [], roots);
  const pairs = templates.flatMap((template) =>
    [...(naming.get(template) ?? []), ...byPlace.of(template)].map((conf) => ({ template, conf })),
  );
  return {
    confsOf: groupBy(
      pairs,
      ({ template }) => template,
      ({ conf }) => conf,
    ),
    templatesOf: groupBy(
      pairs,
      ({ conf }) => conf,
      ({ template }) => template,
    ),
  };
}
