import { findTemplate, type DriverView, type NovaConfView } from '../../check/view';
import type { OutputKey } from '../../driver/declaration';
import type { Template } from '../../template/templateFile';

/** A template that a class of a module fills, as a nova.conf selects them together. */
export interface Filling {
  readonly source: DriverView;
  readonly className: string;
  /** The keys that the class was read to provide; none where it is half-typed and cannot be found. */
  readonly keys: readonly OutputKey[];
  readonly template: Template;
  readonly templateUri: string;
}

/**
 * The templates that the classes of the module at `uri` fill. More than the pairings: a bracket that is missing for the moment
 * can hide a class from reading, and its name in nova.conf still says which one is meant.
 */
export function fillingsOf(uri: string, confs: readonly NovaConfView[]): readonly Filling[] {
  return confs.flatMap(({ driver, selection, templates }) => {
    const { vifType, driver: selected } = selection;
    if (!vifType || !selected || (driver?.kind !== 'found' && driver?.kind !== 'no-class')) return [];
    if (driver.view.uri !== uri) return [];
    const { className, keys } =
      driver.kind === 'found'
        ? driver.declaration
        : { className: selected.value.slice(selected.value.lastIndexOf('.') + 1), keys: [] };
    return templates.flatMap((view) => {
      const template = findTemplate(view, vifType.value);
      return template ? [{ source: driver.view, className, keys, template, templateUri: view.uri }] : [];
    });
  });
}

/** What follows the name of a class in the line of its head: its bases. */
const CLASS_HEAD = /\bclass\s+([\p{L}_$][\p{L}\p{N}_$]*)([^\r\n:{]*)/gu;

/** The fillings of a class, and of the classes whose heads name it as their base. `className` is empty for a class without a name. */
export function fillingsOfClass(fillings: readonly Filling[], className: string): readonly Filling[] {
  return fillings.filter(
    (filling) => filling.className === className || basesOf(filling.source.text, filling.className).includes(className),
  );
}

function basesOf(text: string, className: string): readonly string[] {
  // A class without a name has the next word there.
  const name = className === '' ? 'extends' : className;
  const head = [...text.matchAll(CLASS_HEAD)].find(([, found]) => found === name);
  return head?.[2]?.split(/[^\p{L}\p{N}_$]+/u).filter((word) => word !== '') ?? [];
}
