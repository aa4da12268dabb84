import { pairingsOf, provisionOf, type Pairing, type Provision } from '../check/pairing';
import type { TemplateView } from '../check/view';
import type { Template } from '../template/templateFile';
import type { WorkspaceView } from './workspaceView';

/** Where drivers differ, the first of these counts. */
const WORST_FIRST: readonly Provision[] = ['missing', 'sometimes', 'unknown', 'compute', 'driver'];

/** The one of two that says less good of a placeholder. What no driver is known for says nothing. */
export function worseOf(one: Provision, other: Provision): Provision {
  return WORST_FIRST.find((provision) => provision === one || provision === other) ?? one;
}

/** Who fills the placeholders of one template file. */
export class Provisions {
  readonly #computeKeys: ReadonlySet<string>;
  readonly #pairings = new Map<Template, Pairing[]>();

  constructor(view: WorkspaceView, file: TemplateView) {
    this.#computeKeys = view.computeKeys(file.uri);
    for (const pairing of pairingsOf(file, view.confsOf(file.uri))) {
      const known = this.#pairings.get(pairing.template);
      if (known) known.push(pairing);
      else this.#pairings.set(pairing.template, [pairing]);
    }
  }

  /** The drivers that nova.confs select together with a template. */
  pairingsOf(template: Template): readonly Pairing[] {
    return this.#pairings.get(template) ?? [];
  }

  /** Who provides a key to a template; `unknown` where no driver is known. Of several drivers the one that provides it least counts. */
  of(key: string, template: Template): Provision {
    const provisions = this.pairingsOf(template).map((pairing) => provisionOf(key, pairing, this.#computeKeys));
    const without = this.#computeKeys.has(key) ? 'compute' : 'unknown';
    return WORST_FIRST.find((provision) => provisions.includes(provision)) ?? without;
  }
}
