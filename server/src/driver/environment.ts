import { delimiter, isAbsolute } from 'node:path';

/**
 * The environment variables that a driver's process gets, where they are set; it gets no others, so that no
 * password or token of the user's comes to be seen by a driver. docs/drivers.md lists them for users.
 */
export const PASSED_ON: readonly string[] = [
  // Where programs, libraries and the user's own files are.
  'PATH', 'LD_LIBRARY_PATH', 'HOME', 'USER', 'LOGNAME', 'TMPDIR',
  // How text and times are written.
  'LANG', 'LANGUAGE', 'LC_ALL', 'LC_COLLATE', 'LC_CTYPE', 'LC_MESSAGES', 'LC_MONETARY', 'LC_NUMERIC', 'LC_TIME', 'TZ',
  // Which Python a `python3` stands for that is a script of pyenv's.
  'PYENV_ROOT', 'PYENV_VERSION',
  // What programs need on Windows.
  'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'PATHEXT', 'TEMP', 'TMP', 'USERNAME', 'USERPROFILE', 'HOMEDRIVE',
  'HOMEPATH', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA', 'PROGRAMFILES', 'NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE',
]; // prettier-ignore

/** What the drivers that ship get as well: they ask a cloud, with the credentials and by the way that the user has set. */
const FOR_CLOUDS =
  /^(OS_\w+|XDG_CONFIG_(HOME|DIRS)|(https?|no|all)_proxy|(HTTPS?|NO|ALL)_PROXY|(REQUESTS|CURL)_CA_BUNDLE|SSL_CERT_(FILE|DIR))$/;

/** What a driver's process gets of this environment. On Windows, names may be written in any case. */
export function driverEnvironment(own: NodeJS.ProcessEnv, platform = process.platform): NodeJS.ProcessEnv {
  const allowed = new Set(PASSED_ON);
  const spelt = (name: string): string => (platform === 'win32' ? name.toUpperCase() : name);
  const picked = Object.entries(pick(own, (name) => allowed.has(spelt(name))));
  return Object.fromEntries(
    picked.map(([name, value = '']) => [name, isSearchPath(spelt(name)) ? absolute(value) : value]),
  );
}

function isSearchPath(name: string): boolean {
  return name === 'PATH' || name === 'LD_LIBRARY_PATH';
}

/** A search path without what counts from the working directory, which is a folder of the workspace. */
function absolute(searchPath: string): string {
  return searchPath
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .join(delimiter);
}

/** What a driver that ships gets beyond that. */
export function cloudEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return pick(own, (name) => FOR_CLOUDS.test(name));
}

function pick(own: NodeJS.ProcessEnv, isWanted: (name: string) => boolean): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(own).filter(([name]) => isWanted(name)));
}

/** The same, such that this process's program starts as a plain Node, also where that program is Electron. */
export function javascriptEnvironment(own: NodeJS.ProcessEnv, electron: string | undefined): NodeJS.ProcessEnv {
  const environment = driverEnvironment(own);
  return electron === undefined ? environment : { ...environment, ELECTRON_RUN_AS_NODE: '1' };
}
