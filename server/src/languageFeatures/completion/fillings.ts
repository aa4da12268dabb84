import { findTemplate, type DriverLookup } from '../../check/view';
import type { OutputKey } from '../../driver/declaration';
import type { Template } from '../../template/templateFile';
import type { WorkspaceView } from '../workspaceView';

/** A template that a class of a module fills, as a nova.conf selects them together. */
export interface Filling {
  /** The source of the module that the class stands in. */
  readonly text: string;
  readonly className: string;
  /** The keys that the class was read to provide; none where it is half-typed and cannot be found. */
  readonly keys: readonly OutputKey[];
  readonly template: Template;
  readonly templateUri: string;
}

/** A lookup that leads to a module, be the class there or not. */
type ModuleLookup = Extract<DriverLookup, { kind: 'found' | 'no-class' }>;

function leadsToModule(lookup: DriverLookup | undefined): lookup is ModuleLookup {
  return lookup?.kind === 'found' || lookup?.kind === 'no-class';
}

/**
 * The templates that the classes of the module at `uri` fill, and those of modules that import it. More than the pairings: a
 * bracket that is missing for the moment can hide a class from reading, and its name in nova.conf still says which one is meant.
 */
export function fillingsOf(view: WorkspaceView, uri: string): readonly Filling[] {
  return view.confs().flatMap(({ driver, selection, templates }) => {
    const { vifType, driver: selected } = selection;
    if (!vifType || !selected || !leadsToModule(driver)) return [];
    const { text, module } = driver.view;
    if (driver.view.uri !== uri && !module.modules.includes(uri)) return [];
    const { className, keys } =
      driver.kind === 'found'
        ? driver.declaration
        : { className: selected.value.slice(selected.value.lastIndexOf('.') + 1), keys: [] };
    return templates.flatMap((file) => {
      const template = findTemplate(file, vifType.value);
      return template ? [{ text, className, keys, template, templateUri: file.uri }] : [];
    });
  });
}

/** What follows the name of a class in the line of its head: its bases. */
const CLASS_HEAD = /\bclass\s+([\p{L}_$][\p{L}\p{N}_$]*)([^\r\n:{]*)/gu;

/** The fillings of a class, and of the classes whose heads name it as their base. `className` is empty for a class without a name. */
export function fillingsOfClass(fillings: readonly Filling[], className: string): readonly Filling[] {
  return fillings.filter(
    (filling) => filling.className === className || basesOf(filling.text, filling.className).includes(className),
  );
}

function basesOf(text: string, className: string): readonly string[] {
  // A class without a name has the next word there.
  const name = className === '' ? 'extends' : className;
  const head = [...text.matchAll(CLASS_HEAD)].find(([, found]) => found === name);
  return head?.[2]?.split(/[^\p{L}\p{N}_$]+/u).filter((word) => word !== '') ?? [];
}
