// The address of VS Code's window.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The address under which the server shows a window.
 * @param {number} port the server's
 * @param {object} window
 * @param {string} [window.folder] the folder to open; none: an empty window
 * @param {string[]} [window.developmentPaths] folders of extensions that are run from their source
 * @param {string} [window.testsPath] the module whose `run` VS Code calls
 */
export function workbenchUrl(port, { folder, developmentPaths = [], testsPath }) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  const remote = (file) => `vscode-remote://${url.host}${pathToFileURL(file).pathname}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...developmentPaths.map((extension) => ['extensionDevelopmentPath', remote(extension)]),
    ...(testsPath ? [['extensionTestsPath', remote(testsPath)]] : []),
  ];
  if (folder) url.searchParams.set('folder', path.resolve(folder));
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
