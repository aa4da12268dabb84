import type { DriverLookup, NovaConfView, TemplateView } from '../check/view';
import type { Selection } from '../novaConf/selection';
import type { Text } from '../text/text';
import { groupBy } from './groupBy';
import { TemplatesOfConf } from './templatesOfConf';

/** What the text of a nova.conf says, before it is known what that leads to. */
export interface OwnConf extends Omit<NovaConfView, 'text' | 'driver' | 'templates'> {
  readonly content: Text;
}

/** Where a driver name leads, and the URIs of all files whose texts were read to tell that. */
export interface FollowedLookup {
  readonly lookup: DriverLookup;
  readonly read: ReadonlySet<string>;
}

/** What the views of nova.confs are made from. */
export interface ConfSources {
  /** Every nova.conf that may govern a template. */
  readonly confUris: () => readonly string[];
  /** `undefined` where there is no such file. */
  readonly read: (uri: string) => OwnConf | undefined;
  readonly templatesOf: (conf: string) => readonly string[];
  readonly template: (uri: string) => TemplateView | undefined;
  /** `undefined` where there is no driver to speak of. */
  readonly lookUpDriver: (conf: string, selection: Selection) => FollowedLookup | undefined;
}

interface Kept {
  readonly view: NovaConfView;
  /** The files that its driver was found with. */
  readonly read: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The nova.confs with what they select, each worked out when it is first asked for. */
export class ConfViews {
  readonly #kept = new Map<string, Kept>();
  readonly #templates = new Map<string, TemplatesOfConf>();
  #all: readonly NovaConfView[] | undefined;
  #byDriver: ReadonlyMap<string, readonly NovaConfView[]> | undefined;

  constructor(private readonly sources: ConfSources) {}

  get(uri: string): NovaConfView | undefined {
    const kept = this.#kept.get(uri) ?? this.#make(uri);
    if (kept) this.#kept.set(uri, kept);
    return kept?.view;
  }

  /** As `Views.confs`. */
  all(): readonly NovaConfView[] {
    return (this.#all ??= this.sources.confUris().flatMap((uri) => this.get(uri) ?? []));
  }

  /** As `Views.confsWithDriver`. */
  withDriver(driver: string): readonly NovaConfView[] {
    this.#byDriver ??= groupBy(this.all(), driverUriOf, (conf) => conf);
    return this.#byDriver.get(driver) ?? [];
  }

  /** An open template file has another text. */
  templateEdited(uri: string): void {
    for (const templates of this.#templates.values()) templates.readAgain(uri);
  }

  /** An open file that is no nova.conf and no template file has another text: what was not read from it stays as it is. */
  edited(uri: string): void {
    for (const [conf, { read }] of this.#kept) {
      if (!read.has(uri)) continue;
      this.#kept.delete(conf);
      this.#all = undefined;
      this.#byDriver = undefined;
    }
  }

  #make(uri: string): Kept | undefined {
    const read = this.sources.read(uri);
    if (!read) return undefined;
    const { content, ...own } = read;
    const driver = this.sources.lookUpDriver(uri, own.selection);
    const templates = this.#templatesOf(uri);
    const view = {
      ...own,
      get text() {
        return content.toString();
      },
      ...(driver && { driver: driver.lookup }),
      get templates() {
        return templates.views;
      },
    };
    return { view, read: driver?.read ?? NONE };
  }

  #templatesOf(uri: string): TemplatesOfConf {
    const known = this.#templates.get(uri);
    if (known) return known;
    const templates = new TemplatesOfConf(this.sources.templatesOf(uri), this.sources.template);
    this.#templates.set(uri, templates);
    return templates;
  }
}

/** The module that the driver of a nova.conf stands in. */
function driverUriOf({ driver }: NovaConfView): string {
  return driver?.kind === 'found' ? driver.view.uri : '';
}
