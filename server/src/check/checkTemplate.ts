import { problem, type Fix, type Problem, type RelatedPlace } from '../problems';
import { didYouMean, suggest } from '../suggest';
import type { Placeholder, Template } from '../template/templateFile';
import { baseName, findTemplate, type DriverLookup, type NovaConfView, type TemplateView } from './view';

type FoundDriver = Extract<DriverLookup, { kind: 'found' }>;

/** One nova.conf's view of one template: who fills its placeholders. */
interface Pairing {
  readonly template: Template;
  readonly templateUri: string;
  readonly driverName: string;
  readonly driver: FoundDriver;
  readonly conf: NovaConfView;
  readonly computeKeys: ReadonlySet<string>;
}

/** `a, b and c`, or `nothing`. */
function list(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'nothing';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function describe(key: string, { driverName, driver: { declaration } }: Pairing): string {
  const keys = list(declaration.keys.map((output) => output.key));
  if (declaration.complete) return `The driver ${driverName} does not provide '${key}'. It provides ${keys}.`;
  return `The driver ${driverName} may not provide '${key}'. Reading its source found ${keys}, and could not tell whether that is all.`;
}

function related({ driverName, driver, conf }: Pairing, suggestions: readonly string[]): readonly RelatedPlace[] {
  const { declaration, view } = driver;
  const provided = declaration.keys.find(({ key }) => key === suggestions[0]);
  const setting = conf.selection.driver?.setting;
  return [
    ...(provided
      ? [{ uri: view.uri, span: provided.span, message: `The driver provides '${provided.key}' here.` }]
      : []),
    { uri: view.uri, span: declaration.classSpan, message: `The driver ${driverName}.` },
    ...(setting
      ? [{ uri: conf.uri, span: setting.valueSpan, message: `${baseName(conf.uri)} selects the driver here.` }]
      : []),
  ];
}

function fixes(
  placeholder: Placeholder,
  { templateUri, driver }: Pairing,
  suggestions: readonly string[],
): readonly Fix[] {
  const { declaration, view } = driver;
  const renames = suggestions.map((key, index) => ({
    title: `Rename the placeholder to '${key}'`,
    changes: [{ uri: templateUri, span: placeholder.keySpan, newText: key }],
    preferred: index === 0,
  }));
  const insertion = declaration.keyInsertion;
  if (!insertion) return renames;
  const { offset, before, after } = insertion;
  const newText = before + placeholder.key + after;
  const add = {
    title: `Add '${placeholder.key}' to the output keys of ${declaration.className}`,
    changes: [{ uri: view.uri, span: { start: offset, end: offset }, newText }],
  };
  return [...renames, add];
}

function notProvided(placeholder: Placeholder, pairing: Pairing, used: ReadonlySet<string>): Problem {
  const { declaration } = pairing.driver;
  const names = [...declaration.keys.map(({ key }) => key), ...pairing.computeKeys];
  const suggestions = suggest(placeholder.key, names, used);
  const message = describe(placeholder.key, pairing) + didYouMean(suggestions);
  return problem('placeholder.not-provided', placeholder.span, message, {
    severity: declaration.complete ? 'error' : 'hint',
    related: related(pairing, suggestions),
    fixes: fixes(placeholder, pairing, suggestions),
  });
}

function checkPairing(pairing: Pairing): readonly Problem[] {
  const { template, driver, computeKeys } = pairing;
  const provided = new Set([...driver.declaration.keys.map(({ key }) => key), ...computeKeys]);
  const used = new Set(template.placeholders.map(({ key }) => key));
  return template.placeholders
    .filter(({ key, context }) => context !== 'comment' && !provided.has(key))
    .map((placeholder) => notProvided(placeholder, pairing, used));
}

/** The template that a nova.conf selects out of this file, with the driver that fills it; nothing where either is not known. */
function pair(view: TemplateView, conf: NovaConfView, computeKeys: ReadonlySet<string>): readonly Pairing[] {
  const { vifType, driver: selected } = conf.selection;
  const template = vifType && findTemplate(view, vifType.value);
  if (!template || !selected || conf.driver?.kind !== 'found') return [];
  return [{ template, templateUri: view.uri, driverName: selected.value, driver: conf.driver, conf, computeKeys }];
}

/** One nova.conf for each VIF type and driver: what many of them select alike is checked once. */
function distinct(pairings: readonly Pairing[]): readonly Pairing[] {
  const seen = new Map<string, Pairing>();
  for (const pairing of pairings) {
    const key = `${pairing.template.vifType ?? ''}\n${pairing.driverName}\n${pairing.driver.view.uri}`;
    if (!seen.has(key)) seen.set(key, pairing);
  }
  return [...seen.values()];
}

/** All problems of a template file: those of its text, and placeholders that the driver does not provide which a nova.conf out of `confs` selects. `computeKeys` are provided by nova-compute. */
export function checkTemplate(
  view: TemplateView,
  confs: readonly NovaConfView[],
  computeKeys: ReadonlySet<string>,
): readonly Problem[] {
  const pairings = distinct(confs.flatMap((conf) => pair(view, conf, computeKeys)));
  return [...view.file.problems, ...pairings.flatMap(checkPairing)];
}
