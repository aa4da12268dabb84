// The folders of one run. Tests edit files, so they are given copies, and nothing is left over from an earlier run.
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXAMPLES } from './paths.mjs';

/** Quiet, and the same wherever the tests run. */
export const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  // In a browser VS Code saves by itself.
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.editor.useModal': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * @typedef {object} Folders
 * @property {string} workspace a copy of the examples
 * @property {string} userData with settings for tests
 * @property {string} extensions empty
 * @property {string} emptyExtension an extension that does nothing: VS Code runs tests only beside one from its source
 * @property {string} result the file in which a suite leaves its result
 */

/**
 * @param {object} [settings] of the user, beside those that all tests have
 * @returns {Folders} folders that nobody else uses, under the temporary folder
 */
export function freshFolders(settings = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'run-'));
  const inside = (name) => path.join(folder, name);
  mkdirSync(inside('examples'));
  mkdirSync(inside('extensions'));
  if (existsSync(EXAMPLES)) cpSync(EXAMPLES, inside('examples'), { recursive: true });
  // Where VS Code has its extensions on a server, settings of the machine lie there.
  for (const scope of ['User', 'Machine'])
    writeJson(inside(`user-data/${scope}/settings.json`), { ...(scope === 'User' && SETTINGS), ...settings });
  const manifest = { name: 'empty', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
  writeJson(inside('empty-extension/package.json'), manifest);
  return {
    workspace: inside('examples'),
    userData: inside('user-data'),
    extensions: inside('extensions'),
    emptyExtension: inside('empty-extension'),
    result: inside('result.json'),
  };
}

function writeJson(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value, null, 2));
}
