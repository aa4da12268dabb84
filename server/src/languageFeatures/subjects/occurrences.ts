import type { Location } from 'vscode-languageserver-types';
import { findTemplate, type TemplateView } from '../../check/view';
import { normalizedGroup } from '../../novaConf/options';
import { referencesIn, referredOption } from '../../novaConf/references';
import type { Place, Span } from '../../text/span';
import { valuesOf } from './confValues';
import { connected, eachOnce } from './connected';
import { toRange } from '../convert';
import { wholeFamily, type KeyFamily } from './keyFamily';
import { driverSettings, outputOf, settingsOf } from './knownDrivers';
import {
  vifTypePlace,
  type DriverSubject,
  type NameSubject,
  type OptionSubject,
  type SectionSubject,
  type Subject,
  type VifTypeSubject,
} from './subject';
import type { WorkspaceView } from '../workspaceView';

/** A place that names a subject. */
export interface Occurrence extends Place {
  /** Where it comes from, where its value goes, or just its name. */
  readonly role: 'definition' | 'read' | 'reference';
  /** The larger thing that the name stands for, the name included; missing where the name is all. */
  readonly whole?: Span;
}

/** Every place that names a subject, each once. */
export function occurrencesOf(view: WorkspaceView, subject: Subject): readonly Occurrence[] {
  switch (subject.kind) {
    case 'placeholder':
    case 'output-key':
      return keyOccurrences(wholeFamily(view, subject));
    case 'name':
      return nameOccurrences(subject);
    case 'vif-type':
      return vifTypeOccurrences(view, subject);
    case 'driver':
      return driverOccurrences(view, subject);
    case 'option':
      return optionOccurrences(subject);
    case 'section':
      return sectionOccurrences(subject);
  }
}

/** The places of a key in the drivers and templates of its family. A driver's key is defined where it stands first. */
export function keyOccurrences({ key, drivers, templates }: KeyFamily): readonly Occurrence[] {
  const outputs = drivers.flatMap((driver) => outputOf(driver, key) ?? []);
  const definitions = outputs.map(({ uri, span }) => ({ uri, span, role: 'definition' }) as const);
  const others = outputs.flatMap(({ places }) => places.map((place) => ({ ...place, role: 'reference' }) as const));
  const reads = templates.flatMap(({ uri, template: { placeholders } }) =>
    placeholders
      .filter((placeholder) => placeholder.key === key)
      .map(({ keySpan, span }) => ({ uri, span: keySpan, whole: span, role: 'read' }) as const),
  );
  return eachOnce([...definitions, ...others, ...reads], ({ uri, span }) => `${uri}\n${span.start}`);
}

/** Within one Cheetah file. */
function nameOccurrences({ file, uri, name }: NameSubject): readonly Occurrence[] {
  return file.names
    .filter((use) => use.name === name)
    .map(({ span, role }) => ({ uri, span, role: role === 'definition' ? 'definition' : 'read' }));
}

/** The templates of a VIF type that the nova.confs select which select any of them, and these nova.confs. */
function vifTypeOccurrences(view: WorkspaceView, { uri: from, vifType }: VifTypeSubject): readonly Occurrence[] {
  const files = connected(
    [from],
    (uri) => uri,
    (uri) => [
      ...(view.conf(uri)?.templates.map((template) => template.uri) ?? []),
      ...(view.template(uri) ? view.confsOf(uri).map((conf) => conf.uri) : []),
    ],
  );
  return files.flatMap((uri) => [...templatesOf(view, uri, vifType), ...selectionsOf(view, uri, vifType)]);
}

function templatesOf(view: WorkspaceView, uri: string, vifType: string): readonly Occurrence[] {
  const file = view.template(uri);
  if (!file) return [];
  const own = file.file.templates.filter((template) => template.vifType === vifType);
  const rest = own.length > 0 ? undefined : findTemplate(file, vifType);
  const definitions = [...own, ...(rest ? [rest] : [])].flatMap((template) => {
    const span = template.isDefault ? (template.vifTypeSpan ?? template.interfaceSpan) : vifTypePlace(template);
    return span ? [{ uri, span, whole: template.span, role: 'definition' } as const] : [];
  });
  return eachOnce([...definitions, ...mentionsOf(file, vifType)], ({ span }) => String(span.start));
}

/** The conditions of a Cheetah file that name the VIF type. */
function mentionsOf({ uri, file }: TemplateView, vifType: string): readonly Occurrence[] {
  if (file.dialect !== 'cheetah') return [];
  return file.vifTypeMentions
    .filter((mention) => mention.vifType === vifType)
    .map(({ span }) => ({ uri, span, role: 'reference' }));
}

function selectionsOf(view: WorkspaceView, uri: string, vifType: string): readonly Occurrence[] {
  const conf = view.conf(uri);
  if (!conf) return [];
  return valuesOf(conf, 'vifType')
    .filter(({ value }) => value === vifType)
    .map(({ setting }) => ({ uri, span: setting.valueSpan, role: 'reference' }));
}

function driverOccurrences(view: WorkspaceView, { driver, name }: DriverSubject): readonly Occurrence[] {
  const settings = driver
    ? settingsOf(view, driver)
    : view.confs().flatMap((conf) => driverSettings(view, conf).filter(({ value }) => value === name));
  const names = settings.map(({ conf, setting }): Occurrence => {
    return { uri: conf.uri, span: setting.valueSpan, role: 'reference' };
  });
  if (!driver) return names;
  return [{ uri: driver.view.uri, span: driver.declaration.classSpan, role: 'definition' }, ...names];
}

/** Within one nova.conf. Of an option that is set more than once, the last setting is the one that counts. */
function optionOccurrences({ conf: { conf, text, uri }, name }: OptionSubject): readonly Occurrence[] {
  const own = conf.named(name);
  const references = conf.settings.flatMap((setting) =>
    referencesIn(text, setting).filter((found) => referredOption(found.name, setting.group, conf) === name),
  );
  const last = own.at(-1);
  return [
    ...own.map((setting): Occurrence => {
      return { uri, span: setting.nameSpan, role: setting === last ? 'definition' : 'reference' };
    }),
    ...references.map(({ nameSpan }): Occurrence => ({ uri, span: nameSpan, role: 'read' })),
  ];
}

function sectionOccurrences({ conf: { conf, uri }, group }: SectionSubject): readonly Occurrence[] {
  const wanted = normalizedGroup(group);
  return conf.sections
    .filter(({ name }) => normalizedGroup(name) === wanted)
    .map(({ span }) => ({ uri, span, role: 'definition' }));
}

/** The location of a place, as the client names its file; nothing for a file that is gone. */
export function toLocations(view: WorkspaceView, { uri, span }: Place): readonly Location[] {
  const document = view.documentOf(uri);
  return document ? [{ uri: document.uri, range: toRange(document, span) }] : [];
}
