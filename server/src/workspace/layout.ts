import { folderOf, isWithin } from './files';
import { groupBy } from './groupBy';

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
  /** The template file that a nova.conf names itself, with `libvirt_xml_template`, by the nova.conf. */
  readonly named: ReadonlyMap<string, string>;
}

/** The folder itself and those above it, up to the root that it lies in; a folder outside of every root has only itself. */
export function foldersUpwards(folder: string, roots: readonly string[]): readonly string[] {
  const root = roots.find((candidate) => isWithin(folder, candidate));
  const folders = [folder];
  for (let last = folder; root !== undefined && last !== root; folders.push(last)) last = folderOf(last);
  return folders;
}

/** The nova.confs that govern by where they lie: those that name no template file themselves. */
class ConfsByPlace {
  readonly #byFolder: ReadonlyMap<string, readonly string[]>;
  readonly #onlyByRoot = new Map<string, readonly string[]>();

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
    return this.#onlyOnesIn(upwards.at(-1) ?? '');
  }

  #onlyOnesIn(root: string): readonly string[] {
    const known = this.#onlyByRoot.get(root);
    if (known) return known;
    const inRoot = [...this.#byFolder.keys()].filter((folder) => folder !== root && isWithin(folder, root));
    const only = inRoot.length === 1 ? (this.#byFolder.get(inRoot[0] ?? '') ?? []) : [];
    this.#onlyByRoot.set(root, only);
    return only;
  }
}

/**
 * Pairs templates and nova.confs. A nova.conf that names its template file governs that one alone; each other one
 * governs the templates in its folder and below, up to the next nova.conf.
 */
export function makeLayout({ confs, templates, roots, named }: LayoutInput): Layout {
  const naming = groupBy(
    confs,
    (conf) => named.get(conf) ?? '',
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

/** Keeps the last layout while what it is made from stays: an edit seldom changes how the files lie. */
export class Layouts {
  #last: { readonly input: LayoutInput; readonly layout: Layout } | undefined;

  of(input: LayoutInput): Layout {
    if (!this.#last || !isSame(this.#last.input, input)) this.#last = { input, layout: makeLayout(input) };
    return this.#last.layout;
  }
}

function isSame(one: LayoutInput, other: LayoutInput): boolean {
  const isNamedAlike = [...one.named].every(([conf, template]) => other.named.get(conf) === template);
  return (
    isSameList(one.confs, other.confs) &&
    isSameList(one.templates, other.templates) &&
    isSameList(one.roots, other.roots) &&
    one.named.size === other.named.size &&
    isNamedAlike
  );
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
