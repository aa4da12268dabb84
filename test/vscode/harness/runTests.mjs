// A process of its own around runTests(), so that it can be ended with all that it started: its one argument is the
// options, as JSON.
import { runTests } from '@vscode/test-electron';
import './endWithCaller.mjs';

try {
  await runTests(JSON.parse(process.argv[2]));
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
