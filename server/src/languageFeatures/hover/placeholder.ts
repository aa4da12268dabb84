import { pairingsOf, provisionOf, type Pairing } from '../../check/pairing';
import { suggest } from '../../suggest';
import { outputOf } from '../subjects/knownDrivers';
import type { Template } from '../../template/templateFile';
import { renderedValues } from '../renderedValues';
import type { PlaceholderSubject } from '../subjects/subject';
import type { WorkspaceView } from '../workspaceView';
import { lastValue } from './lastValue';
import { code, link } from './markdown';
import { howProvided } from './outputKey';

const OPTIONAL =
  'Optional: where nothing fills it, it is left out, and with it the attribute and the element that it leaves empty.';

const ASKED = 'The template asks whether it is there, and goes on without it.';

/** Who fills a placeholder, and what it stood for in the last rendering. */
export function describePlaceholder(view: WorkspaceView, subject: PlaceholderSubject): string[] {
  const { key, optional, uri, templates } = subject;
  const vifTypes = templates.flatMap(({ vifType }) => vifType ?? []);
  const only = vifTypes.length === 1 && templates.length === 1 ? vifTypes[0] : undefined;
  const title = `**Placeholder ${code(key)}**${only === undefined ? '' : ` of the VIF type ${code(only)}`}`;
  const values = templates.map((template) => renderedValues(view, uri, template)?.get(key));
  const isCheetah = view.template(uri)?.file.dialect === 'cheetah';
  return [
    title,
    ...providers(view, key, uri, templates),
    ...(optional ? [isCheetah ? ASKED : OPTIONAL] : []),
    ...lastValue(values.find((value) => value !== undefined)),
  ];
}

function providers(view: WorkspaceView, key: string, uri: string, templates: readonly Template[]): string[] {
  if (view.computeKeys(uri).has(key)) return ['A compute key: nova-compute fills it before the driver runs.'];
  const file = view.template(uri);
  const pairings = file
    ? pairingsOf(file, view.confsOf(uri)).filter(({ template }) => templates.includes(template))
    : [];
  if (pairings.length === 0)
    return ['No nova.conf selects a driver for this template, so it is not known who fills it.'];
  return [...new Set(pairings.map((pairing) => provider(view, key, pairing)))];
}

function provider(view: WorkspaceView, key: string, pairing: Pairing): string {
  const { driver, driverName, template, templateUri } = pairing;
  const output = outputOf(driver, key);
  if (output) return `The driver ${link(view, driverName, output)} provides it: ${howProvided(driver, output)}.`;
  const name = link(view, driverName, { uri: driver.view.uri, span: driver.declaration.classSpan });
  const computeKeys = view.computeKeys(templateUri);
  const isUnknown = provisionOf(key, pairing, computeKeys) === 'unknown';
  if (isUnknown && driver.declaration.complete)
    return `The driver ${name} does not provide it itself. It returns the network dictionary that it is handed, which may hold it.`;
  if (isUnknown)
    return `The driver ${name} may provide it: reading its source did not find the key, and could not tell all that it provides.`;
  const used = new Set(template.placeholders.map((placeholder) => placeholder.key));
  const [nearest] = suggest(key, [...driver.declaration.keys.map((known) => known.key), ...computeKeys], used);
  return `The driver ${name} does not provide it.${nearest === undefined ? '' : ` Did you mean ${code(nearest)}?`}`;
}
