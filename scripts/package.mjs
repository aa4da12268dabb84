// Packages the extension as out/openstack-vif.vsix. Everything that runs is bundled, so no package goes in.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { install, run } from './install.mjs';

install();
mkdirSync('out', { recursive: true });
const vsce = path.join('node_modules', '@vscode', 'vsce', 'vsce');
const args = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
run(process.execPath, [vsce, 'package', ...args, '--out', path.join('out', 'openstack-vif.vsix')]);
