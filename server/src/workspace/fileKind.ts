import type { DriverLanguage } from '../driver/declaration';

/** What a file is to us. `cheetah` is nova's own template file, whose dialect is not read. */
export type FileKind = 'nova-conf' | 'template' | 'cheetah' | 'request' | DriverLanguage;

export const TEMPLATE_SUFFIX = '.vif.xml';
export const REQUEST_NAME = 'vif-request.json';

/** The endings of a driver's module file, in the order in which they are looked for. */
export const DRIVER_SUFFIXES: readonly (readonly [string, DriverLanguage])[] = [
  ['.py', 'python'],
  ['.mjs', 'javascript'],
  ['.js', 'javascript'],
  ['.cjs', 'javascript'],
];

function kindOfName(name: string): FileKind | undefined {
  if (name === 'libvirt.xml.template') return 'cheetah';
  if (name === REQUEST_NAME) return 'request';
  if (name === 'nova.conf' || /^nova-.*\.conf$/.test(name)) return 'nova-conf';
  if (name.endsWith(TEMPLATE_SUFFIX)) return 'template';
  return DRIVER_SUFFIXES.find(([suffix]) => name.endsWith(suffix))?.[1];
}

function kindOfLanguage(languageId: string | undefined): FileKind | undefined {
  if (languageId === 'nova-conf') return 'nova-conf';
  return languageId === 'vif-template' ? 'template' : undefined;
}

/** What its name says of a file; `languageId` decides where the name says nothing. An editor may give all its files the language of the first. */
export function fileKind(name: string, languageId?: string): FileKind | undefined {
  return kindOfName(name) ?? kindOfLanguage(languageId);
}

/** The VIF type of a file with a lone `<interface>`. */
export function vifTypeOfFile(name: string): string {
  return name.endsWith(TEMPLATE_SUFFIX) ? name.slice(0, -TEMPLATE_SUFFIX.length) : name;
}
