// Packages the extension as out/openstack-vif.vsix. Everything that runs is bundled, so no package goes in.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { install, run } from './install.mjs';

/**
 * How the README leads to other files. The marketplace shows no relative link, so in GitHub's pipeline, which tells where
 * the sources lie, links lead there. Elsewhere they stay as they are: the files are in the package.
 */
function linkOptions({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_REF_NAME }) {
  if (!GITHUB_REPOSITORY) return ['--no-rewrite-relative-links'];
  const address = (kind) => `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/${kind}/${GITHUB_REF_NAME}`;
  return ['--baseContentUrl', address('blob'), '--baseImagesUrl', address('raw')];
}

install();
mkdirSync('out', { recursive: true });
const vsce = path.join('node_modules', '@vscode', 'vsce', 'vsce');
const args = ['--no-dependencies', '--allow-missing-repository', ...linkOptions(process.env)];
run(process.execPath, [vsce, 'package', ...args, '--out', path.join('out', 'openstack-vif.vsix')]);
