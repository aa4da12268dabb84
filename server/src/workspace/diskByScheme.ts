import type { Disk } from './disk';

/** The files of a machine (`file:`), and those of all other schemes, such as a repository that is opened without being cloned. */
export function diskByScheme(machine: Disk, others: Disk): Disk {
  const diskOf = (uri: string): Disk => (uri.startsWith('file:') ? machine : others);
  return {
    read: (uri, isFound, like) => diskOf(uri).read(uri, isFound, like),
    names: (folder) => diskOf(folder).names(folder),
    find: (folder, patterns, deep) => diskOf(folder).find(folder, patterns, deep),
    realUri: (uri) => diskOf(uri).realUri?.(uri),
    answersAtOnce: (uri) => diskOf(uri).answersAtOnce(uri),
    ...(others.arrivals && { arrivals: others.arrivals }),
  };
}
