/** How often (ms) is looked whether a client is still there. The library of the protocol looks every three seconds. */
const LOOK_AGAIN = 500;

/** Whether a process is there; also one that belongs to another user. */
function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Ends this process soon after another one has ended. That is seen for a client whose channel stays open, because others hold it. */
export function endWithProcess(processId: number): void {
  setInterval(() => {
    if (!isRunning(processId)) process.exit(1);
  }, LOOK_AGAIN).unref();
}
