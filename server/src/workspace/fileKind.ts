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

/** What its name says of a file; `languageId` decides where an editor says more. */
export function fileKind(name: string, languageId?: string): FileKind | undefined {
  if (name === 'libvirt.xml.template') return 'cheetah';
  if (name === REQUEST_NAME) return 'request';
  if (languageId === 'nova-conf' || name === 'nova.conf' || /^nova-.*\.conf$/.test(name)) return 'nova-conf';
  if (languageId === 'vif-template' || name.endsWith(TEMPLATE_SUFFIX)) return 'template';
  return DRIVER_SUFFIXES.find(([suffix]) => name.endsWith(suffix))?.[1];
}

/** The VIF type of a file with a lone `<interface>`. */
export function vifTypeOfFile(name: string): string {
  return name.endsWith(TEMPLATE_SUFFIX) ? name.slice(0, -TEMPLATE_SUFFIX.length) : name;
}
