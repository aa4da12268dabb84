import { pairingsOf, provisionOf, type Pairing } from '../../check/pairing';
import { suggest } from '../../suggest';
import { outputOf } from '../subjects/knownDrivers';
import type { PlaceholderSubject } from '../subjects/subject';
import type { WorkspaceView } from '../workspaceView';
import { lastValue } from './lastValue';
import { code, link } from './markdown';
import { howProvided } from './outputKey';

const OPTIONAL =
  'Optional: where nothing fills it, it is left out, and with it the attribute and the element that it leaves empty.';

/** Who fills a placeholder, and what it stood for in the last rendering. */
export function describePlaceholder(view: WorkspaceView, subject: PlaceholderSubject): string[] {
  const { key, optional, uri, template } = subject;
  const { vifType } = template;
  const title = `**Placeholder ${code(key)}**${vifType ? ` of the VIF type ${code(vifType)}` : ''}`;
  const value = vifType ? view.lastValues(uri, vifType)?.get(key) : undefined;
  return [title, ...providers(view, key, uri, template), ...(optional ? [OPTIONAL] : []), ...lastValue(value)];
}

function providers(view: WorkspaceView, key: string, uri: string, template: PlaceholderSubject['template']): string[] {
  if (view.computeKeys(uri).has(key)) return ['A compute key: nova-compute fills it before the driver runs.'];
  const file = view.template(uri);
  const pairings = file ? pairingsOf(file, view.confsOf(uri)).filter((pairing) => pairing.template === template) : [];
  if (pairings.length === 0)
    return ['No nova.conf selects a driver for this template, so it is not known who fills it.'];
  return pairings.map((pairing) => provider(view, key, pairing));
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
