import { baseName, findTemplate, type NovaConfView } from '../../check/view';
import { isComputeKeyOf, type KeyFamily, type TemplatePlace } from '../subjects/keyFamily';
import { driverId, outputOf, type KnownDriver } from '../subjects/knownDrivers';
import type { WorkspaceView } from '../workspaceView';
import { RenameRefused } from './refused';

/** Throws a RenameRefused where a key has another source than these drivers, or may stand in places that are not known. */
export function checkRenamable(view: WorkspaceView, family: KeyFamily): void {
  const { key, drivers, templates } = family;
  if (isComputeKeyOf(view, family, key))
    throw new RenameRefused(`'${key}' is a compute key: nova-compute fills it under this name.`);
  for (const template of templates) checkFillers(view, key, template);
  if (drivers.length === 0)
    throw new RenameRefused(
      `No nova.conf selects a driver together with this template, so it is not known what else names '${key}'.`,
    );
  for (const driver of drivers) {
    checkOwn(key, driver);
    checkRead(key, driver);
    if (outputOf(driver, key)) checkTemplatesRead(view, key, driver);
  }
}

/** A driver that is not found may provide the key as well. */
function checkFillers(view: WorkspaceView, key: string, { uri, template }: TemplatePlace): void {
  const file = view.template(uri);
  const unread = view
    .confsOf(uri)
    .find(
      ({ selection, driver }) =>
        file !== undefined &&
        findTemplate(file, selection.vifType?.value ?? '') === template &&
        driver !== undefined &&
        driver.kind !== 'found',
    );
  if (!unread) return;
  const name = unread.selection.driver?.value ?? '';
  throw new RenameRefused(
    `The driver ${name}, which ${baseName(unread.uri)} selects for this template, is not found, and may provide '${key}'.`,
  );
}

/** What a driver that ships provides has its name there, and for every other user too. */
function checkOwn(key: string, driver: KnownDriver): void {
  if (driver.view.shipped && outputOf(driver, key))
    throw new RenameRefused(
      `'${key}' is an output key of ${driver.declaration.className}, which ships with OpenStack VIF.`,
    );
}

function checkRead(key: string, driver: KnownDriver): void {
  const { className, complete } = driver.declaration;
  const name = className === '' ? baseName(driver.view.uri) : className;
  if (!complete)
    throw new RenameRefused(
      `Reading the source of the driver ${name} could not tell all of its keys, so '${key}' may have places that are not known.`,
    );
  if (outputOf(driver, key)?.placesKnown === false)
    throw new RenameRefused(
      `Reading the source of the driver ${name} could not tell every place that names '${key}'. Rename it there by hand.`,
    );
}

/** A template file that is not read may use the key. */
function checkTemplatesRead(view: WorkspaceView, key: string, driver: KnownDriver): void {
  const confs = view
    .confs()
    .filter((conf) => conf.driver?.kind === 'found' && driverId(conf.driver) === driverId(driver));
  const file = confs.map(unreadTemplate).find((found) => found !== undefined);
  if (file !== undefined)
    throw new RenameRefused(
      `The template file ${file} is not read, and may use '${key}' of ${driver.declaration.className}.`,
    );
}

function unreadTemplate({ selection, templates }: NovaConfView): string | undefined {
  const named = selection.templateFile?.value;
  if (named === undefined) return undefined;
  const isRead = templates.some(({ uri }) => baseName(uri) === named.replace(/^.*[/\\]/, ''));
  return isRead ? undefined : named;
}
