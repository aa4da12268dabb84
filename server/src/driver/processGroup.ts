import type { ChildProcess } from 'node:child_process';

/** Whether a process can be made the leader of a group of its own, which is ended as one. */
export const HAS_GROUPS = process.platform !== 'win32';

const running = new Set<ChildProcess>();

/** Sees to it that the child does not outlive this process, should this one leave before `endGroup`. */
export function watchGroup(child: ChildProcess): void {
  if (running.size === 0) process.on('exit', endAll);
  running.add(child);
}

/**
 * Ends a watched child and, where the system has process groups, everything it started that did not leave its group.
 * Only the first call does anything: later, the process's number may belong to another.
 */
export function endGroup(child: ChildProcess): void {
  if (!running.delete(child)) return;
  if (running.size === 0) process.off('exit', endAll);
  kill(child);
}

function endAll(): void {
  running.forEach(kill);
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (HAS_GROUPS) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}
