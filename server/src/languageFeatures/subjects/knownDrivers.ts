import type { FoundDriver } from '../../check/pairing';
import type { DriverLookup, NovaConfView } from '../../check/view';
import type { OutputKey } from '../../driver/declaration';
import { valuesOf, type ConfValue } from './confValues';
import type { WorkspaceView } from '../workspaceView';

/** A class that is a driver, read. */
export type KnownDriver = Pick<FoundDriver, 'view' | 'declaration'>;

/** What no two classes share. */
export function driverId({ view, declaration }: KnownDriver): string {
  return `${view.uri}\n${declaration.className}`;
}

/** The driver's own output key of this name. */
export function outputOf({ declaration }: KnownDriver, key: string): OutputKey | undefined {
  return declaration.keys.find((output) => output.key === key);
}

/** The classes that nova.confs select, each once. */
function selectedDrivers(view: WorkspaceView): readonly KnownDriver[] {
  const found = view.confs().flatMap(({ driver }) => (driver?.kind === 'found' ? [driver] : []));
  return [...new Map(found.map((driver) => [driverId(driver), driver])).values()];
}

/** The drivers whose source is, at least in part, the file: classes of its own, and those elsewhere that inherit keys from it. A class that no nova.conf selects is one if it has a method of a driver. */
export function driversIn(view: WorkspaceView, uri: string): readonly KnownDriver[] {
  const own = view.driver(uri);
  if (!own) return [];
  const selected = selectedDrivers(view);
  const here = selected.filter(
    (driver) => driver.view.uri === uri || driver.declaration.keys.some((output) => isIn(output, uri)),
  );
  const ids = new Set(here.map(driverId));
  const others = own.module.classes
    .map((declaration) => ({ view: own, declaration }))
    .filter((driver) => driver.declaration.method !== undefined && !ids.has(driverId(driver)));
  return [...here, ...others];
}

function isIn({ places }: OutputKey, uri: string): boolean {
  return places.some((place) => place.uri === uri);
}

/** A setting of nova.conf that names a driver, and where that leads. */
export interface DriverSetting extends ConfValue {
  readonly lookup: DriverLookup;
}

/** The settings of a nova.conf that name a driver, those that do not count among them. */
export function driverSettings(view: WorkspaceView, conf: NovaConfView): readonly DriverSetting[] {
  return valuesOf(conf, 'driver').map((found) => ({ ...found, lookup: view.lookUpDriver(found.value, conf.uri) }));
}

/** The settings of all nova.confs that name this class. */
export function settingsOf(view: WorkspaceView, driver: KnownDriver): readonly DriverSetting[] {
  return view
    .confs()
    .flatMap((conf) => driverSettings(view, conf))
    .filter(({ lookup }) => lookup.kind === 'found' && driverId(lookup) === driverId(driver));
}
