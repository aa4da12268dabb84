import { join } from 'node:path';
import { driverEnvironment, javascriptEnvironment } from './environment';

/** How to start a host. */
export interface HostCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** What messages call the program by that runs the host. */
  readonly program: string;
  /** Where it starts. Each run goes to the driver's folder, so that nothing there has a say in how the host starts. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The descriptors that it is asked and answers over; what comes over the others is the driver's print. */
  readonly asked: 0 | 4;
  readonly answers: 1 | 3;
  /** Whether it forks for each run, and can take one after the other. */
  readonly forks: boolean;
}

/** What the processes of one driver may take. */
export interface RunLimits {
  /** Bytes of memory, for each process. */
  readonly memory: number;
  /** Seconds of processor time, for each process. */
  readonly processorTime: number | 'unlimited';
}

/** How much memory each process of a driver may take (bytes), for Python of its address space, for JavaScript of its heap. */
const MEMORY = 1024 ** 3;

/** The limits of a run that may take so long (ms): a loop that nothing else ends comes to its end by them. */
export function limitsOf(timeLimit: number): RunLimits {
  return { memory: MEMORY, processorTime: Math.ceil(timeLimit / 1000) + 1 };
}

/** Windows cannot fork: there, each run has an interpreter of its own. */
export const CAN_FORK = process.platform !== 'win32';

/** How the Python host is started: isolated, so that neither the environment nor the folder changes what Python imports. */
export function pythonCommand(python: string, hosts: string, limits: RunLimits, forks = CAN_FORK): HostCommand {
  const mode = forks ? 'fork' : 'once';
  const args = ['-I', join(hosts, 'python_host.py'), mode, String(limits.memory), String(limits.processorTime)];
  const environment = driverEnvironment(process.env);
  return { file: python, args, program: python, folder: hosts, environment, asked: 0, answers: 1, forks };
}

/** Windows has no such shell: there, nothing stands between a JavaScript driver and this process, nor limits its time. */
const HAS_SHELL = process.platform !== 'win32';
/** A shell that stays the parent: a driver that kills its parent process ends itself, not this one. Says nothing of how it ended. */
const LIMITED = 'ulimit -c 0; ulimit -t "$0" 2>/dev/null; "$@" & exec 2>/dev/null; wait "$!"';

/** How the JavaScript host is started: by the Node that this process is. `processorTime` of the limits counts for all that it runs. */
export function javascriptCommand(hosts: string, { memory, processorTime }: RunLimits): HostCommand {
  const program = process.execPath;
  const args = [`--max-old-space-size=${Math.floor(memory / 1024 ** 2)}`, join(hosts, 'javascriptHost.js')];
  const environment = javascriptEnvironment(process.env, process.versions.electron);
  const started = HAS_SHELL
    ? { file: '/bin/sh', args: ['-c', LIMITED, String(processorTime), program, ...args] }
    : { file: program, args };
  return { ...started, program, folder: hosts, environment, asked: 4, answers: 3, forks: false };
}
