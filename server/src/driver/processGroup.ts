import type { ChildProcess } from 'node:child_process';

/** Whether a process can be made the leader of a group of its own, which is ended as one. */
export const HAS_GROUPS = process.platform !== 'win32';

/** What ends each of the groups that run. */
const running = new Map<object, () => void>();

/** Sees to it that a group does not outlive this process, should this one leave before `endGroup`. `end` ends it. */
function watch(group: object, end: () => void): void {
  if (running.size === 0) process.on('exit', endAll);
  running.set(group, end);
}

/** Forgets a group; says whether it was watched. Only once: later, the process's number may belong to another. */
function forget(group: object): boolean {
  if (!running.delete(group)) return false;
  if (running.size === 0) process.off('exit', endAll);
  return true;
}

function endAll(): void {
  for (const end of running.values()) end();
}

/** Sees to it that the child and its group do not outlive this process. `orphaned` is what is done with it then; it is ended unless said. */
export function watchGroup(child: ChildProcess, orphaned = kill): void {
  watch(child, () => {
    orphaned(child);
  });
}

/** Ends a watched child and, where the system has process groups, everything it started that did not leave its group. */
export function endGroup(child: ChildProcess): void {
  if (forget(child)) kill(child);
}

function kill(child: ChildProcess): void {
  if (child.pid !== undefined && HAS_GROUPS) signalGroup(child.pid, 'SIGKILL');
  else child.kill('SIGKILL');
}

/** The group of a run that a host has forked. */
export class RunGroup {
  /** `leader` is the number of its first process. */
  constructor(private readonly leader: number) {
    watch(this, () => {
      signalGroup(leader, 'SIGKILL');
    });
  }

  /** The host has ended it. */
  forget(): void {
    forget(this);
  }

  end(): void {
    if (forget(this)) signalGroup(this.leader, 'SIGKILL');
  }
}

/** Sends a signal to all of a group; there may be none any more. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // The whole group has ended already.
  }
}
