import type { DriverLookup } from '../../../server/src/check/view';
import { findDriver, findModule, type DriverFiles } from '../../../server/src/workspace/driverLookup';

/** Finds the driver that a name leads to. */
export function lookUpDriver(
  name: string,
  folders: readonly string[],
  files: DriverFiles,
  shippedFolder?: string,
): DriverLookup {
  return findDriver(findModule(name, folders, files, shippedFolder), folders, files);
}
