import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { LineProcess } from '../lineProcess';
import type { NovaRequest } from './requests';

const PYTHON = '/usr/bin/python3';

/** An interface's XML, or why there is none. */
export type Answer<Good> = Good | { readonly refused: string };

/** The packages of Debian that the oracle needs and the machine lacks. */
export function missingForNova(): readonly string[] {
  const packages = { nova: 'python3-nova', os_vif: 'python3-os-vif' };
  return Object.entries(packages).flatMap(([module, name]) =>
    spawnSync(PYTHON, ['-c', `import ${module}`]).status === 0 ? [] : [name],
  );
}

/** The real Nova: see novaOracle.py. */
export class NovaOracle {
  readonly #process = new LineProcess(PYTHON, [path.join(import.meta.dirname, 'novaOracle.py')]);

  /** The XML that Nova's libvirt driver writes for a VIF, or what it raises. */
  write(request: NovaRequest): Promise<Answer<{ readonly xml: string }>> {
    return this.#process.ask(request) as Promise<Answer<{ readonly xml: string }>>;
  }

  /** XML in its canonical form, without the blanks between elements. */
  async canonical(xml: string): Promise<string> {
    const answer = (await this.#process.ask({ canonical: xml })) as Answer<{ readonly xml: string }>;
    if ('xml' in answer) return answer.xml;
    throw new Error(`${answer.refused}: ${xml}`);
  }

  stop(): void {
    this.#process.stop();
  }
}

/** NovaVifDriver, for many requests. */
export class DriverLoop {
  readonly #process = new LineProcess(PYTHON, [
    path.join(import.meta.dirname, 'driverLoop.py'),
    path.join(import.meta.dirname, '../../../drivers'),
  ]);

  run(request: NovaRequest): Promise<Answer<{ readonly values: Readonly<Record<string, string | number>> }>> {
    return this.#process.ask(request) as ReturnType<DriverLoop['run']>;
  }

  stop(): void {
    this.#process.stop();
  }
}

/** Nova writes each parameter of 802.1Qbg into an element of its own, which libvirt refuses. As libvirt takes them: */
export function withOneElement(novaXml: string): string {
  return novaXml.replace(/"\/>\s*<parameters /g, '" ');
}
