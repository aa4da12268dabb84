// The main job once, on the examples: what is missing is installed, the product built, a fault found, interface XML rendered.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { install, run } from './install.mjs';

install();
run(process.execPath, ['scripts/build.mjs']);

/** Runs the product's own command line as a user would. */
function vif(...args) {
  console.log(`\n$ vif ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, [path.join('dist', 'cli.js'), ...args], { stdio: 'inherit' });
  return status;
}

const hasPython = ['python3', 'python'].some(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);

console.log("\nThe proposal's own template and driver do not fit together. The check finds it:");
const found = vif('check', 'examples/proposal');

console.log('\nWhere they do fit, the driver is run, and its values fill the template:');
if (!hasPython) console.log('python3 is not on this machine, so the JavaScript driver is run.');
const driver = hasPython ? [] : ['--driver', 'qbh_driver_js.QbhDriver'];
const rendered = vif('render', '--conf', 'examples/802.1Qbh/nova.conf', ...driver);

if (found !== 1 || rendered !== 0) {
  console.error('\nThis is not as it should be: the check should have found one error, and the rendering none.');
  process.exit(1);
}
console.log('\nTo see the same in VS Code: npm run vscode');
