import { URI, Utils } from 'vscode-uri';

/** `/etc/nova`, `\\server\share`, `C:\nova`. */
const ABSOLUTE = /^(?:[/\\]|[A-Za-z]:)/;

/** Whether the files of a folder lie on Windows: on a drive, or on a server of its network. There a back slash parts names; elsewhere it is part of one. */
function isOnWindows({ scheme, authority, path }: URI): boolean {
  return scheme === 'file' && (authority !== '' || /^\/[A-Za-z]:/.test(path));
}

/**
 * The URI of the file or folder that a path of nova.conf or of the settings leads to.
 * @param folder the URI of the folder that a relative path starts from; `undefined` where there is none
 */
export function uriOfPath(path: string, folder: string | undefined): string {
  if (folder === undefined) return URI.file(path).toString();
  const from = URI.parse(folder);
  const parted = isOnWindows(from) ? path.replaceAll('\\', '/') : path.replace(/^\/+/, '/');
  return (ABSOLUTE.test(path) ? URI.file(parted) : Utils.resolvePath(from, parted)).toString();
}
