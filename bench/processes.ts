import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Linux counts a process's CPU time in hundredths of a second. */
const TICK_MS = 10;

/** What `read` gives, or nothing where the process has ended meanwhile. */
function ifAlive<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The fields of `/proc/PID/stat` behind the program's name, which may hold blanks. */
function statFields(pid: number): readonly string[] {
  const text = ifAlive(() => readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? '';
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** A process and all that it has started, directly or not. */
export function family(pid: number): readonly number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = all.map((name) => ({ pid: Number(name), parent: Number(statFields(Number(name))[1]) }));
  const found = [pid];
  for (const parent of found) found.push(...parents.filter((it) => it.parent === parent).map((it) => it.pid));
  return found;
}

/** The most memory (MB) that a process and its children had resident, each at its own highest. */
export function peakMemory(pid: number): number {
  const sizes = family(pid).map((one) => {
    const status = ifAlive(() => readFileSync(`/proc/${one}/status`, 'latin1')) ?? '';
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  });
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** The CPU time (ms) that the living threads of a process have used: it hardly hangs on what else the machine does. */
export function cpuTime(pid: number): number {
  const threads = ifAlive(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  const times = threads.map((thread) =>
    ifAlive(() => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ', 1)[0])),
  );
  return times.reduce<number>((sum, time = 0) => sum + time, 0) / 1e6;
}

/** Waits until the process has hardly used any CPU for `quiet` ms; gives up after `limit` ms. */
export async function untilIdle(pid: number, quiet: number, limit: number): Promise<void> {
  const pause = 10;
  const noise = 1.5;
  const end = performance.now() + limit;
  let last = cpuTime(pid);
  for (let since = performance.now(); performance.now() - since < quiet && performance.now() < end;) {
    await sleep(pause);
    const used = cpuTime(pid);
    if (used - last > noise) since = performance.now();
    last = used;
  }
}

/** The CPU time (ms) that everything on the machine has used since it started. */
function busyTime(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = readFileSync('/proc/stat', 'latin1')
    .split('\n', 1)
    .join('')
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq) * TICK_MS;
}

/** Waits until other work takes less than a fifth of a core for a second; gives up after `limit` ms. */
export async function untilQuiet(limit = 5000): Promise<void> {
  const share = 0.2;
  const span = 500;
  const end = performance.now() + limit;
  for (let calm = 0; calm < 2 && performance.now() < end;) {
    const [before, started] = [busyTime(), performance.now()];
    await sleep(span);
    calm = (busyTime() - before) / (performance.now() - started) < share ? calm + 1 : 0;
  }
}
