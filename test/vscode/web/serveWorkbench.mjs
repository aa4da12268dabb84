// Serves VS Code as a site does that has no machine behind it, such as vscode.dev: the workbench alone, and extensions that run in the browser.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { SETTINGS } from '../harness/freshFolders.mjs';
import { SERVER_PACKAGE } from '../host/paths.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const WORKBENCH = '/vscode/out/vs/code/browser/workbench/workbench.js';
/** code-server's workbench counts on its own machine. These say that there is none, and that settings are kept in the browser, as in VS Code. */
const CHANGES = [
  [/remoteAuthority:location\.host/, 'remoteAuthority:undefined'],
  [/(userDataPath\)\.with\(\{scheme:)\w+\.vscodeRemote\}/, '$1"vscode-userdata"}'],
];

/**
 * Starts the server on a free port of 127.0.0.1.
 * @param {Record<string, string>} extensions the folder of each extension, by a name
 * @returns {Promise<{ url: (folder: string, file?: string) => string, stop: () => Promise<void> }>} `url`: where the window is
 *   that shows a folder, named by its URI, and opens a file of it, named by its path in there
 */
export async function serveWorkbench(extensions) {
  const folders = { vscode: SERVER_PACKAGE, ...extensions };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const answer = pathname === '/' ? page(request.headers.host, Object.keys(extensions)) : file(folders, pathname);
    void Promise.resolve(answer).then(
      (body) => response.writeHead(200, { 'Content-Type': TYPES[path.extname(pathname)] ?? 'text/html' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: (folder, opened) => addressOf(port, folder, opened), stop };
}

function addressOf(port, folder, file) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set('folder', folder);
  if (file) url.searchParams.set('payload', JSON.stringify([['openFile', `${folder}/${file}`]]));
  return url.href;
}

async function file(folders, pathname) {
  const [, name, ...parts] = decodeURIComponent(pathname).split('/');
  const folder = Object.hasOwn(folders, name) ? folders[name] : undefined;
  if (!folder || parts.includes('..')) throw new Error(`There is no ${pathname}.`);
  const content = await readFile(path.join(folder, ...parts));
  if (pathname !== WORKBENCH) return content;
  return CHANGES.reduce((text, [found, replacement]) => {
    if (!found.test(text)) throw new Error(`VS Code's workbench does not hold ${found} any more.`);
    return text.replace(found, replacement);
  }, content.toString('utf8'));
}

/** The page that code-server has for it, without a machine. */
async function page(host, extensions) {
  const template = await readFile(path.join(SERVER_PACKAGE, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  const configuration = {
    productConfiguration: { nameShort: 'Code', nameLong: 'Code', enableTelemetry: false },
    // code-server asks for these.
    userDataPath: '/user-data',
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    configurationDefaults: { ...SETTINGS, 'security.workspace.trust.enabled': false },
    additionalBuiltinExtensions: extensions.map((name) => ({ scheme: 'http', authority: host, path: `/${name}` })),
  };
  const values = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: '/vscode',
    WORKBENCH_NLS_FALLBACK_URL: '/vscode/out/nls.messages.js',
    WORKBENCH_NLS_URL: '/vscode/out/nls.messages.js',
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
}
