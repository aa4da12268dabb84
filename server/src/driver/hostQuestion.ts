import { writePythonJson } from '../pythonJson';
import type { PythonValue } from '../pythonValue';
import { frame } from './hostFrames';
import type { HostDriver, HostRequest } from './hostProtocol';
import type { Request, RunnableDriver } from './runner';

const SOURCES = { python: /\.py$/, javascript: /\.[cm]?js$/ };

/** The frame that tells a host which driver it runs, and with which variables beside those of the host. */
export function driverFrame(driver: RunnableDriver, environment: NodeJS.ProcessEnv): Buffer {
  const { file, classFile, module, className, searchPath, language } = driver;
  const unsaved = [...driver.unsaved].filter(([path]) => SOURCES[language].test(path));
  const told: HostDriver = { file, classFile, module, className, searchPath, environment, unsaved };
  return frame('driver', JSON.stringify(told));
}

/** The frame that asks a host to run its driver. */
export function requestFrame(request: Request): Buffer {
  return frame('request', requestJson(request));
}

/** The frame that asks a host to run its driver with a group of requests, each as JSON. */
export function groupFrame(requests: readonly string[]): Buffer {
  return frame('requests', `[${requests.join(',')}]`);
}

/** What a host is asked, as JSON. */
export function requestJson(request: Request): string {
  return request.json ?? jsonOf(request);
}

function jsonOf({ instance, network, mapping = new Map<string, never>() }: Request): string {
  const asked: Readonly<Record<keyof HostRequest, PythonValue>> = { instance, network, mapping };
  return writePythonJson(new Map(Object.entries(asked)));
}
