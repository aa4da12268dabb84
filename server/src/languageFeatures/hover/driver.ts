import { aboutLink, baseName, type DriverLookup } from '../../check/view';
import { allPairings } from '../subjects/keyFamily';
import { driverId, settingsOf, type KnownDriver } from '../subjects/knownDrivers';
import { vifTypePlace, type DriverSubject } from '../subjects/subject';
import type { WorkspaceView } from '../workspaceView';
import { code, codes, link, listed } from './markdown';

/** What is known of a driver: its class, its keys, and what nova.confs select it for; or why it is not found. */
export function describeDriver(view: WorkspaceView, { name, driver, uri }: DriverSubject): string[] {
  if (!driver) return name === undefined ? [] : [titleOf(name), whyNotFound(view, name, view.lookUpDriver(name, uri))];
  const { className } = driver.declaration;
  return [
    titleOf(name ?? (className || baseName(driver.view.uri))),
    `${describeClass(view, driver)} ${describeKeys(driver)}`,
    ...describeUses(view, driver),
  ];
}

function titleOf(name: string): string {
  return `**Driver ${code(name)}**`;
}

function describeClass(view: WorkspaceView, { view: source, declaration }: KnownDriver): string {
  const { className, classSpan, method, opaqueBase } = declaration;
  const what = className === '' ? 'A class without a name' : `The class ${code(className)}`;
  const where = link(view, baseName(source.uri), { uri: source.uri, span: classSpan });
  if (method !== undefined) return `${what} in ${where}, which answers with ${code(method)}.`;
  return opaqueBase ? `${what} in ${where}.` : `${what} in ${where}, without a method of a driver.`;
}

function describeKeys({ declaration: { keys, complete } }: KnownDriver): string {
  const shown = keys.map(({ key, sometimes }) => code(key) + (sometimes ? ' (sometimes)' : ''));
  if (complete) return `It provides ${listed(shown)}.`;
  return `Reading its source found ${listed(shown)}, and could not tell whether that is all.`;
}

function describeUses(view: WorkspaceView, driver: KnownDriver): string[] {
  const fills = allPairings(view)
    .filter((pairing) => driverId(pairing.driver) === driverId(driver))
    .map(({ template, templateUri }) =>
      link(view, template.vifType ?? '', { uri: templateUri, span: vifTypePlace(template) ?? template.span }),
    );
  const settings = settingsOf(view, driver).map(({ conf, setting }) =>
    link(view, baseName(conf.uri), { uri: conf.uri, span: setting.valueSpan }),
  );
  return [
    ...(fills.length > 0 ? [`It fills the template of ${listed(fills)}.`] : []),
    settings.length > 0 ? `Selected by ${listed(settings)}.` : 'No nova.conf selects it.',
  ];
}

function whyNotFound(view: WorkspaceView, name: string, lookup: DriverLookup): string {
  switch (lookup.kind) {
    case 'found':
      return '';
    case 'not-dotted':
      return `This is no dotted import path. Write ${code('package.module.Class')}.`;
    case 'no-module':
      if (lookup.searched.length === 0) return 'It ships with OpenStack VIF, and its source cannot be read here.';
      return `Its module is not found. Searched: ${codes(lookup.searched)}.${aboutLink(lookup)}`;
    case 'no-class': {
      const { uri, module } = lookup.view;
      const className = name.slice(name.lastIndexOf('.') + 1);
      const held = module.classes.map((found) => found.className).filter((found) => found !== '');
      return `${link(view, baseName(uri), { uri, span: { start: 0, end: 0 } })} has no class ${code(className)}. It holds ${codes(held)}.`;
    }
  }
}
