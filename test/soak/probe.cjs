// Loaded into the server before its own code: says what the process holds whenever the test asks for it.
const { readdirSync } = require('node:fs');

const collect = globalThis.gc;

/** Open files; 0 where the system does not tell. */
function openFiles() {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

process.on('message', () => {
  collect();
  collect();
  process.send({
    heap: process.memoryUsage().heapUsed,
    resources: process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout' && kind !== 'Immediate').length,
    files: openFiles(),
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  });
});
