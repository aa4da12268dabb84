import type { OutputKey } from '../../driver/declaration';
import type { Template } from '../../template/templateFile';
import { renderedValues } from '../renderedValues';
import { allPairings, type TemplatePlace } from '../subjects/keyFamily';
import { driverId, outputOf, type KnownDriver } from '../subjects/knownDrivers';
import type { OutputKeySubject } from '../subjects/subject';
import type { WorkspaceView } from '../workspaceView';
import { code, codes, link, listed } from './markdown';
import { lastValue } from './lastValue';

/** How reading knows of a key of a driver, and whether the key is always there: the end of a sentence. */
export function howProvided({ view }: KnownDriver, { declared, sometimes }: OutputKey): string {
  const list = view.language === 'python' ? 'output_keys' : 'outputKeys';
  const known = declared ? `declared in ${code(list)}` : 'read from its code';
  return sometimes ? `${known}, and only sometimes, for a condition decides` : known;
}

/** Which driver provides a key, which templates use it, and what it was in the last rendering. */
export function describeOutputKey(view: WorkspaceView, { key, drivers }: OutputKeySubject): string[] {
  const names = drivers.map(({ declaration }) => declaration.className).filter((name) => name !== '');
  const of = names.length > 0 ? ` of the driver ${codes(names)}` : '';
  const filled = templatesOf(view, drivers);
  const values = filled.map(({ uri, template }) => renderedValues(view, uri, template)?.get(key));
  return [
    `**Output key ${code(key)}**${of}`,
    ...drivers.slice(0, 1).flatMap((driver) => provided(driver, key)),
    usesOf(view, key, filled),
    ...lastValue(values.find((value) => value !== undefined)),
  ];
}

function provided(driver: KnownDriver, key: string): string[] {
  const output = outputOf(driver, key);
  return output ? [`It is ${howProvided(driver, output)}.`] : [];
}

/** The templates that these classes fill. */
function templatesOf(view: WorkspaceView, drivers: readonly KnownDriver[]): readonly TemplatePlace[] {
  const ids = new Set(drivers.map(driverId));
  return allPairings(view)
    .filter(({ driver }) => ids.has(driverId(driver)))
    .map(({ template, templateUri }) => ({ template, uri: templateUri }));
}

/** What a template goes by: its VIF type. */
function nameOf({ vifType, isDefault }: Template): string {
  return isDefault ? 'every other VIF type' : (vifType ?? '');
}

function usesOf(view: WorkspaceView, key: string, filled: readonly TemplatePlace[]): string {
  if (filled.length === 0) return 'No nova.conf selects a template for it.';
  const uses = filled.flatMap(({ uri, template }) => {
    const first = template.placeholders.find((placeholder) => placeholder.key === key);
    return first ? [link(view, nameOf(template), { uri, span: first.span })] : [];
  });
  return uses.length > 0 ? `Used by the template of ${listed(uses)}.` : 'No template that it fills uses it.';
}
