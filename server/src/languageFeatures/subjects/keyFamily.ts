import { pairingsOf, type Pairing } from '../../check/pairing';
import type { Template } from '../../template/templateFile';
import { connected, eachOnce } from './connected';
import { driverId, driversIn, outputOf, type KnownDriver } from './knownDrivers';
import type { OutputKeySubject, PlaceholderSubject } from './subject';
import type { WorkspaceView } from '../workspaceView';

/** A template of a file. */
export interface TemplatePlace {
  readonly uri: string;
  readonly template: Template;
}

/** The templates and drivers that one key ties together. */
export interface KeyFamily {
  readonly key: string;
  /** Those with a placeholder of the key. */
  readonly templates: readonly TemplatePlace[];
  /** Those that fill these templates, whether they provide the key or not, and those that provide the key from the same place. */
  readonly drivers: readonly KnownDriver[];
}

type Member =
  ({ readonly kind: 'template' } & TemplatePlace) | { readonly kind: 'driver'; readonly driver: KnownDriver };

/** What a key ties together directly: a template and the drivers that fill it, or drivers and the templates that they fill. */
export function nearFamily(view: WorkspaceView, subject: PlaceholderSubject | OutputKeySubject): KeyFamily {
  const seeds = seedsOf(subject);
  const near = neighbours(view, subject.key);
  return familyOf(subject.key, eachOnce([...seeds, ...seeds.flatMap(near)], idOf));
}

/** All that a change of the key would concern: from template to driver to template, as far as it goes. A compute key is the same one in every template where it is a compute key. */
export function wholeFamily(view: WorkspaceView, subject: PlaceholderSubject | OutputKeySubject): KeyFamily {
  const { kind, key } = subject;
  const isComputeKey = kind === 'placeholder' && view.computeKeys(subject.uri).has(key);
  const seeds = [...seedsOf(subject), ...(isComputeKey ? computeUses(view, key) : [])];
  return familyOf(key, connected(seeds, idOf, neighbours(view, key)));
}

function familyOf(key: string, members: readonly Member[]): KeyFamily {
  return {
    key,
    templates: members.flatMap((member) => (member.kind === 'template' ? [member] : [])),
    drivers: members.flatMap((member) => (member.kind === 'driver' ? [member.driver] : [])),
  };
}

function idOf(member: Member): string {
  if (member.kind === 'driver') return driverId(member.driver);
  const { uri, template } = member;
  return `${uri}\n${template.span.start}\n${template.vifType ?? ''}`;
}

function seedsOf(subject: PlaceholderSubject | OutputKeySubject): readonly Member[] {
  if (subject.kind === 'output-key') return subject.drivers.map((driver) => ({ kind: 'driver', driver }));
  return subject.templates.map((template) => ({ kind: 'template', uri: subject.uri, template }));
}

function computeUses(view: WorkspaceView, key: string): readonly Member[] {
  return view
    .templates()
    .filter(({ uri }) => view.computeKeys(uri).has(key))
    .flatMap(({ uri, file }) => file.templates.map((template) => ({ kind: 'template', uri, template }) as const))
    .filter(({ template }) => uses(template, key));
}

function uses({ placeholders }: Template, key: string): boolean {
  return placeholders.some((placeholder) => placeholder.key === key);
}

function neighbours(view: WorkspaceView, key: string): (member: Member) => readonly Member[] {
  const pairings = allPairings(view);
  return (member) =>
    member.kind === 'template'
      ? pairings
          .filter(({ template }) => template === member.template)
          .map(({ driver }) => ({ kind: 'driver', driver }))
      : neighboursOfDriver(view, key, member.driver, pairings);
}

/** A driver that does not provide the key has nothing to do with the other templates that use it. */
function neighboursOfDriver(
  view: WorkspaceView,
  key: string,
  driver: KnownDriver,
  pairings: readonly Pairing[],
): readonly Member[] {
  if (!outputOf(driver, key)) return [];
  const filled = pairings.filter(
    (pairing) => driverId(pairing.driver) === driverId(driver) && uses(pairing.template, key),
  );
  return [
    ...filled.map(({ template, templateUri }) => ({ kind: 'template', uri: templateUri, template }) as const),
    ...heirs(view, key, driver).map((heir) => ({ kind: 'driver', driver: heir }) as const),
  ];
}

/** The drivers that have the key from a place that this one has it from as well. */
function heirs(view: WorkspaceView, key: string, driver: KnownDriver): readonly KnownDriver[] {
  const places = outputOf(driver, key)?.places ?? [];
  const named = new Set(places.map(({ uri, span }) => `${uri}\n${span.start}`));
  const uris = [...new Set(places.map(({ uri }) => uri))];
  return uris
    .flatMap((uri) => driversIn(view, uri))
    .filter((other) => outputOf(other, key)?.places.some(({ uri, span }) => named.has(`${uri}\n${span.start}`)));
}

/** Whether nova-compute fills a key of this name where one of the family's templates or drivers lies. */
export function isComputeKeyOf(view: WorkspaceView, { templates, drivers }: KeyFamily, name: string): boolean {
  const uris = [...templates.map(({ uri }) => uri), ...drivers.map((driver) => driver.view.uri)];
  return uris.some((uri) => view.computeKeys(uri).has(name));
}

/** Every template that a nova.conf selects together with a driver that is found. */
export function allPairings(view: WorkspaceView): readonly Pairing[] {
  return view.confs().flatMap((conf) => conf.templates.flatMap((template) => pairingsOf(template, [conf])));
}
