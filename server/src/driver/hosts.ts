import { Crashes } from './crashes';
import { Host } from './host';
import type { HostCommand } from './hostCommand';
import { HostRun, type RunEnding, type RunTerms } from './hostRun';

/** How a run ended, and of which program. */
export interface Ran {
  /** The program that the host is run by; undefined where there is none. */
  readonly program: string | undefined;
  /** `crashing`: the host has crashed so often that the run was not begun. `no-program`: none was found. */
  readonly ending: RunEnding | { readonly kind: 'crashing' } | { readonly kind: 'no-program' };
}

/**
 * The hosts of one language. One that forks is started with the first run and kept for the next; others are made anew for
 * each run.
 */
export class Hosts {
  readonly #crashes = new Crashes();
  #idle: Host | undefined;
  #disposed = false;

  /** `command` tells how a host is started; undefined where there is no program for it. */
  constructor(private readonly command: () => HostCommand | undefined) {}

  /** Runs once: `frames` is what a host is asked. What runs has ended when this is fulfilled. Never rejects. */
  async run(frames: readonly Buffer[], terms: RunTerms): Promise<Ran> {
    if (this.#crashes.tooMany) return { program: undefined, ending: { kind: 'crashing' } };
    const ran = (await this.#runOnIdle(frames, terms)) ?? (await this.#runFresh(frames, terms));
    if (ran.ending.kind === 'host-ended') this.#crashes.add();
    return ran;
  }

  /** Ends the host that waits for the next run. Those that run end after their run. */
  dispose(): void {
    this.#disposed = true;
    void this.#idle?.end();
    this.#idle = undefined;
  }

  /** Undefined where there is none, or where it ended while it waited: that tells nothing of this run. */
  async #runOnIdle(frames: readonly Buffer[], terms: RunTerms): Promise<Ran | undefined> {
    const idle = this.#idle;
    this.#idle = undefined;
    idle?.hold(true);
    const ran = idle && (await this.#runOn(idle, frames, terms));
    return ran?.ending.kind === 'host-ended' && !ran.ending.begun ? undefined : ran;
  }

  async #runFresh(frames: readonly Buffer[], terms: RunTerms): Promise<Ran> {
    const command = this.command();
    if (!command) return { program: undefined, ending: { kind: 'no-program' } };
    if (terms.signal.aborted) return { program: command.program, ending: { kind: 'cancelled' } };
    try {
      return await this.#runOn(new Host(command), frames, terms);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { program: command.program, ending: { kind: 'not-started', why } };
    }
  }

  async #runOn(host: Host, frames: readonly Buffer[], terms: RunTerms): Promise<Ran> {
    const run = new HostRun(host, terms.print);
    const ending = await run.ask(frames, terms);
    if (await run.finish()) this.#keep(host);
    return { program: host.command.program, ending };
  }

  #keep(host: Host): void {
    if (this.#disposed || this.#idle || host.hasGone) {
      void host.end();
      return;
    }
    this.#idle = host;
    host.hold(false);
    host.listener = {
      told: () => undefined,
      printed: () => undefined,
      gone: () => {
        this.#idle = undefined;
        void host.end();
      },
    };
  }
}
