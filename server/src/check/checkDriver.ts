import type { DriverDeclaration } from '../driver/declaration';
import { problem, type Problem } from '../problems';
import { askedKeys, findTemplate, type DriverView, type NovaConfView, type TemplateView } from './view';

/** A class that some nova.conf selects, and the files whose templates it fills. */
interface Use {
  readonly declaration: DriverDeclaration;
  readonly vifTypes: Set<string>;
  readonly files: Set<TemplateView>;
}

function newUse(declaration: DriverDeclaration): Use {
  return { declaration, vifTypes: new Set(), files: new Set() };
}

/** The classes of this module that are in use, by name. */
function usesOf(view: DriverView, confs: readonly NovaConfView[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const conf of confs) {
    const { driver, selection } = conf;
    if (driver?.kind !== 'found' || driver.view.uri !== view.uri) continue;
    const { declaration } = driver;
    const use = uses.get(declaration.className) ?? newUse(declaration);
    uses.set(declaration.className, use);
    const vifType = selection.vifType?.value;
    if (vifType === undefined) continue;
    const filled = conf.templates.filter((template) => findTemplate(template, vifType));
    if (filled.length > 0) use.vifTypes.add(vifType);
    for (const file of filled) use.files.add(file);
  }
  return uses;
}

function checkMethod({ className, classSpan, method, opaqueBase }: DriverDeclaration): readonly Problem[] {
  if (method !== undefined || opaqueBase) return [];
  const message = `The class ${className} is selected as a VIF driver, but has neither getVIFConfiguration(self, instance, network) nor plug.`;
  return [problem('driver.no-method', classSpan, message)];
}

/** A key counts as used as soon as a template of a file that the driver fills mentions it, be it in a comment: a driver may well serve more VIF types than the one that is selected now. Nothing is said where there is no template. A key out of a base class in another file may be there for others. */
function checkUnused({ declaration, vifTypes, files }: Use, uri: string): readonly Problem[] {
  if (files.size === 0) return [];
  const used = [...files].map(askedKeys);
  const types = [...vifTypes].map((vifType) => `'${vifType}'`).join(' and ');
  return declaration.keys
    .filter((output) => output.uri === uri && !used.some((keys) => keys.has(output.key)))
    .map(({ key, span }) => problem('driver.key-unused', span, `No template of the VIF type ${types} uses '${key}'.`));
}

/**
 * All problems of a driver's source: those of its text, and of the classes that a nova.conf out of `confs` selects. A key
 * counts as unused only where `confs` are all that may select the driver: what ships, or lies outside of the workspace, serves
 * others too.
 */
export function checkDriver(view: DriverView, confs: readonly NovaConfView[], isOwn: boolean): readonly Problem[] {
  const uses = [...usesOf(view, confs).values()];
  if (uses.length === 0) return [];
  return [
    ...view.module.problems,
    ...uses.flatMap(({ declaration }) => checkMethod(declaration)),
    ...(isOwn && !view.shipped ? uses.flatMap((use) => checkUnused(use, view.uri)) : []),
  ];
}
