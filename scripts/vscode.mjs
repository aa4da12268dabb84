// Opens the examples in VS Code with the extension as it is built from here.
import { spawnSync } from 'node:child_process';
import { install, run } from './install.mjs';

install();
run(process.execPath, ['scripts/build.mjs']);
const args = [`--extensionDevelopmentPath=${process.cwd()}`, 'examples'];
const { error, status } = spawnSync('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
if (error || status !== 0) {
  console.error(
    `VS Code did not start. Its command "code" must be on PATH (in VS Code: "Shell Command: Install 'code' command in PATH").`,
  );
  process.exit(1);
}
