import type { Lifetime } from './lifetime';

/** How often (ms) is looked whether the client is still there. */
const LOOK_AGAIN = 3000;

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

/** The life of this process. */
export const nodeLifetime: Lifetime = {
  end: (code) => process.exit(code),
  endsWith(processId, end) {
    setInterval(() => {
      if (!isRunning(processId)) end();
    }, LOOK_AGAIN).unref();
  },
};
