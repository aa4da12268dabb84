/** A drive of Windows, as the first folder of a URI. */
const DRIVE = /^[a-z](?::|%3A)$/i;

/** The path that leads from the folder of one file to another, with slashes. Undefined where no path does: the files are of different hosts, drives or schemes. */
export function relativePath(from: string, to: string): string | undefined {
  const folders = from.split('/').slice(0, -1);
  const target = to.split('/');
  let common = 0;
  while (common < folders.length && common < target.length - 1 && folders[common] === target[common]) common += 1;
  // The scheme, the empty part behind it, and the host.
  if (common < 3) return undefined;
  const isOnDrive = [folders[3], target[3]].some((part) => DRIVE.test(part ?? ''));
  if (common === 3 && isOnDrive) return undefined;
  const path = [...folders.slice(common).map(() => '..'), ...target.slice(common)].join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
