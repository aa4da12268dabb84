import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HostAnswer, HostDriver, HostRequest } from '../hostProtocol';
import { answerOf } from './javascriptAnswer';
import { realPath, useOpenFiles } from './openFiles';
import { thrown } from './thrown';

const METHODS = ['getVIFConfiguration', 'plug'] as const;

/** The driver that a host is asked to run. */
export class HostedDriver {
  readonly #file: string;
  #module: unknown;

  constructor(private readonly asked: HostDriver) {
    this.#file = realPath(asked.classFile);
    Object.assign(process.env, asked.environment);
  }

  /** Runs it with a request. Gives a promise where the driver does, and for the first request. Neither throws nor rejects. */
  run(request: HostRequest): HostAnswer | Promise<HostAnswer> {
    return this.#module === undefined ? this.#runFirst(request) : this.#run(request);
  }

  /** What is told of something that the driver has thrown. */
  thrown(error: unknown): HostAnswer {
    return thrown(error, this.#file, __filename);
  }

  async #runFirst(request: HostRequest): Promise<HostAnswer> {
    try {
      this.#module = await this.#load();
    } catch (error) {
      return this.thrown(error);
    }
    return this.#run(request);
  }

  #run({ instance, network, mapping }: HostRequest): HostAnswer | Promise<HostAnswer> {
    try {
      const driverClass = property(this.#module, 'default');
      if (typeof driverClass !== 'function') return { kind: 'no-class', holds: namesIn(this.#module) };
      const driver: unknown = Reflect.construct(driverClass, []);
      const inputs = { getVIFConfiguration: [instance, network], plug: [instance, network, mapping] };
      for (const name of METHODS) {
        const method = property(driver, name);
        if (typeof method !== 'function') continue;
        const result: unknown = Reflect.apply(method, driver, inputs[name]);
        return isThenable(result) ? this.#waitFor(result, name) : answerOf(name, result);
      }
      return { kind: 'no-method' };
    } catch (error) {
      return this.thrown(error);
    }
  }

  async #waitFor(result: PromiseLike<unknown>, name: string): Promise<HostAnswer> {
    try {
      return answerOf(name, await result);
    } catch (error) {
      return this.thrown(error);
    }
  }

  #load(): Promise<unknown> {
    const { file, unsaved } = this.asked;
    process.chdir(dirname(this.#file));
    if (unsaved.length > 0) useOpenFiles(unsaved, __filename);
    return import(pathToFileURL(file).href);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    typeof Reflect.get(value, 'then') === 'function'
  );
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

function namesIn(module: unknown): string[] {
  return typeof module === 'object' && module !== null ? Object.keys(module) : [];
}
