import { writeSync } from 'node:fs';
import { inspect } from 'node:util';
import { frame, type Frame } from '../hostFrames';
import type { HostAnswer, HostDriver, HostRequest } from '../hostProtocol';
import { HeldAnswers } from './heldAnswers';
import { HostedDriver } from './hostedDriver';
import { tell, untilPrinted } from './telling';

const STDERR = 2;

// A driver may replace these: the host keeps its own.
const parse = JSON.parse;
const soon = setImmediate;
const print = writeSync;

/** What a host is asked, one after the other. */
export class Work {
  #driver: HostedDriver | undefined;
  #held = new HeldAnswers(false);
  /** Whether a request has begun that is not answered. */
  #isUnderWay = false;
  /** Whether that was told: then its answer must be, too, before the next one begins. */
  #isKnown = false;
  #hasFailed = false;
  #isTellingSoon = false;

  async take({ kind, payload }: Frame): Promise<void> {
    if (this.#hasFailed) return;
    // Nobody else writes these.
    const told: unknown = parse(payload.toString('utf8'));
    if (kind === 'driver') this.#driver = new HostedDriver(told as HostDriver);
    if (kind === 'request') await this.#answer([told as HostRequest], new HeldAnswers(false));
    if (kind === 'requests') await this.#answer(told as readonly HostRequest[], new HeldAnswers(true));
  }

  /** Tells what it can while the process ends, and whether a request runs that ends it. */
  end(): void {
    try {
      this.#tellAll();
      if (!this.#isUnderWay) tell(frame('over'));
    } catch {
      // Nobody listens any more, or the driver has closed what they listen to.
    }
  }

  /** Something was thrown that nobody caught: that is what the request that runs gives. */
  async fail(error: unknown): Promise<void> {
    this.#hasFailed = true;
    if (this.#isUnderWay && this.#driver) this.#held.add(this.#driver.thrown(error));
    else print(STDERR, `${inspect(error)}\n`);
    this.#isUnderWay = false;
    await untilPrinted();
  }

  /** Answers requests in turn, without a promise for those that need none: there may be a million. */
  async #answer(requests: readonly HostRequest[], held: HeldAnswers): Promise<void> {
    this.#held = held;
    for (const request of requests) {
      if (held.areDue || this.#isKnown) await this.#tell();
      this.#isUnderWay = true;
      const run = this.#driver?.run(request);
      if (!run) return;
      const answer = 'kind' in run ? run : await this.#waitFor(run);
      if (this.#hasFailed) return;
      held.add(answer);
      this.#isUnderWay = false;
    }
    await this.#tell();
  }

  /** What is held back is told as soon as it is clear that the driver waits for something, and which request that is of. */
  #waitFor(run: Promise<HostAnswer>): Promise<HostAnswer> {
    if (this.#isTellingSoon) return run;
    this.#isTellingSoon = true;
    soon(() => {
      this.#isTellingSoon = false;
      const printed = untilPrinted();
      if (printed)
        void printed.then(() => {
          this.#tellAll();
        });
      else this.#tellAll();
    });
    return run;
  }

  /** Tells the answers that are held back, and which request runs. Nothing may come between the two. */
  #tellAll(): void {
    this.#held.tell();
    if (this.#isUnderWay) tell(frame('under-way'));
    this.#isKnown = this.#isUnderWay;
  }

  /** Tells the answers that are held back, once all that the driver printed is out. */
  async #tell(): Promise<void> {
    const printed = untilPrinted();
    if (printed) await printed;
    this.#held.tell();
    this.#isKnown = false;
  }
}
