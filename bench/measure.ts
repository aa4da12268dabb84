import { Editor, type Asked } from './client/editor';
import type { Scene } from './documents/scene';
import { untilQuiet } from './processes';
import type { Server } from './servers/server';
import { median, summarize, type Summary } from './stats';

/** How many times a start is measured: medians are of at least five. */
const STARTS = 7;
const WARM_UP = 10;
const EDITS = 40;
const ASKINGS = 20;
/** How long (ms) a series of samples may take, once it has enough of them for a median. */
const BUDGET = 15_000;
const ENOUGH = 6;

/** What starting costs a server, in ms. */
export interface StartCosts {
  /** From the start of the process to the first diagnostics. */
  readonly time: number;
  /** The CPU time that it has used until then. */
  readonly cpu: number;
}

/** The medians for each server, measured by turns. */
export async function startCosts(jobs: readonly (readonly [Server, Scene])[]): Promise<readonly StartCosts[]> {
  const samples = jobs.map(() => ({ time: [] as number[], cpu: [] as number[] }));
  for (let round = 0; round < STARTS; round++) {
    await untilQuiet();
    for (const [index, [server, scene]] of jobs.entries()) {
      const { editor, startTime } = await Editor.start(server, scene);
      samples[index]?.cpu.push(editor.cpuTime());
      samples[index]?.time.push(startTime);
      await editor.close();
    }
  }
  return samples.map(({ time, cpu }) => ({ time: median(time), cpu: median(cpu) }));
}

async function sampled(count: number, sample: () => Promise<number>): Promise<readonly number[]> {
  const samples: number[] = [];
  const end = performance.now() + BUDGET;
  while (samples.length < count && (samples.length < ENOUGH || performance.now() < end)) samples.push(await sample());
  return samples;
}

/** What edits cost a server in one scene. */
export interface EditCosts {
  /** From an edit to the diagnostics that it changes, in ms. */
  readonly edits: Summary;
  /** The CPU time (ms) that an edit takes, all that it leads to later included. */
  readonly cpu: number;
  /** From an edit to the answer of a request right behind it, in ms. */
  readonly asked: Readonly<Partial<Record<Asked, Summary>>>;
  /** In MB, over all of that. */
  readonly peakMemory: number;
}

async function measured(editor: Editor, asked: readonly Asked[]): Promise<EditCosts> {
  await editor.settle();
  // An even number: behind it the text is sound.
  const warmUp = await sampled(WARM_UP, () => editor.edit());
  if (warmUp.length % 2 !== 0) await editor.edit();
  const before = editor.cpuTime();
  const edits = summarize(await sampled(EDITS, () => editor.edit()));
  const cpu = (editor.cpuTime() - before) / edits.count;
  const answers: Partial<Record<Asked, Summary>> = {};
  for (const one of asked) answers[one] = summarize(await sampled(ASKINGS, () => editor.editAndAsk(one)));
  return { edits, cpu, asked: answers, peakMemory: editor.peakMemory() };
}

/** Edits in the scene with a server, and asks behind edits for each of `asked`. */
export async function editCosts(server: Server, scene: Scene, asked: readonly Asked[] = []): Promise<EditCosts> {
  await untilQuiet();
  const { editor } = await Editor.start(server, scene);
  try {
    return await measured(editor, asked);
  } finally {
    await editor.close();
  }
}
