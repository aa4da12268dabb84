import { baseName } from '../../check/view';
import { isKey } from '../../template/placeholder';
import { isComputeKeyOf, type KeyFamily } from '../subjects/keyFamily';
import { outputOf } from '../subjects/knownDrivers';
import type { WorkspaceView } from '../workspaceView';
import { RenameRefused } from './refused';
import { isIdentifier, isQuoted } from './identifier';

/** Throws a RenameRefused where a key cannot have this name: it is none, or it names something already. */
export function checkNewName(view: WorkspaceView, family: KeyFamily, newName: string): void {
  checkForm(newName);
  checkIdentifier(view, family, newName);
  checkCheetahFiles(view, family, newName);
  checkTemplates(view, family, newName);
  if (isProvided(family)) checkNotProvided(view, family, newName);
}

function isProvided({ key, drivers }: KeyFamily): boolean {
  return drivers.some((driver) => outputOf(driver, key) !== undefined);
}

function checkForm(newName: string): void {
  if (isKey(newName)) return;
  throw new RenameRefused(`'${newName}' is no key: a letter or "_", then letters, digits, "_", "." and "-".`);
}

/** Where a key stands without quotes, as an argument's or a property's name, its name is an identifier. */
function checkIdentifier(view: WorkspaceView, { key, drivers }: KeyFamily, newName: string): void {
  const places = drivers.flatMap((driver) => outputOf(driver, key)?.places ?? []);
  for (const { uri, span } of places) {
    const source = view.driver(uri);
    if (source && !isQuoted(source.text, span) && !isIdentifier(newName, source.language))
      throw new RenameRefused(
        `${baseName(uri)} has '${key}' without quotes, and '${newName}' cannot stand there: it is no identifier.`,
      );
  }
}

/** Cheetah takes what stands behind `$nic.` for a name of Python's. */
function checkCheetahFiles(view: WorkspaceView, { templates }: KeyFamily, newName: string): void {
  const files = templates.map(({ uri }) => uri).filter((uri) => view.template(uri)?.file.dialect === 'cheetah');
  const [file] = files;
  if (file !== undefined && !isIdentifier(newName, 'python'))
    throw new RenameRefused(`'${newName}' cannot stand in ${baseName(file)}: it is no identifier.`);
}

/** Two placeholders of one template would become one. */
function checkTemplates(view: WorkspaceView, { templates }: KeyFamily, newName: string): void {
  const used = templates.find(({ template }) => template.placeholders.some(({ key }) => key === newName));
  if (used) throw new RenameRefused(`The template in ${baseName(used.uri)} has a placeholder '${newName}' already.`);
}

/** A placeholder that nobody fills may get the name of a key that somebody provides; that one is what it was meant to be. */
function checkNotProvided(view: WorkspaceView, family: KeyFamily, newName: string): void {
  const provider = family.drivers.find((driver) => outputOf(driver, newName));
  if (provider)
    throw new RenameRefused(`The driver ${provider.declaration.className} has an output key '${newName}' already.`);
  if (isComputeKeyOf(view, family, newName))
    throw new RenameRefused(`'${newName}' is a compute key: nova-compute fills it already.`);
}
