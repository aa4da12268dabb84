import { Editor, type Asked } from './client/editor';
import type { Scene } from './documents/scene';
import { templateScene } from './documents/template';
import { untilQuiet } from './processes';
import { FLOOR, OURS, type Server } from './servers/server';
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

/** Samples of each editor, taken by turns. */
async function sampled(
  editors: readonly Editor[],
  count: number,
  sample: (editor: Editor) => Promise<number>,
): Promise<readonly (readonly number[])[]> {
  const samples = editors.map((): number[] => []);
  const end = performance.now() + BUDGET;
  for (let turn = 0; turn < count && (turn < ENOUGH || performance.now() < end); turn++)
    for (const [index, editor] of editors.entries()) samples[index]?.push(await sample(editor));
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

/** Editors that make the same edits by turns, so that what else the machine does hits each alike. */
async function measured(editors: readonly Editor[], asked: readonly Asked[]): Promise<readonly EditCosts[]> {
  for (const editor of editors) await editor.settle();
  // An even number: behind it the text is sound.
  const warmUp = await sampled(editors, WARM_UP, (editor) => editor.edit());
  if ((warmUp[0]?.length ?? 0) % 2 !== 0) for (const editor of editors) await editor.edit();
  const before = editors.map((editor) => editor.cpuTime());
  const edits = (await sampled(editors, EDITS, (editor) => editor.edit())).map(summarize);
  const after = editors.map((editor) => editor.cpuTime());
  const answers = editors.map((): Partial<Record<Asked, Summary>> => ({}));
  for (const one of asked) {
    const samples = await sampled(editors, ASKINGS, (editor) => editor.editAndAsk(one));
    for (const [index, each] of samples.entries()) Object.assign(answers[index] ?? {}, { [one]: summarize(each) });
  }
  return editors.map((editor, index) => {
    const summary = edits[index] ?? summarize([]);
    const cpu = ((after[index] ?? NaN) - (before[index] ?? NaN)) / summary.count;
    return { edits: summary, cpu, asked: answers[index] ?? {}, peakMemory: editor.peakMemory() };
  });
}

/** Edits in the scene of each server, by turns, and asks behind edits for each of `asked`. */
export async function editCosts(
  jobs: readonly (readonly [Server, Scene])[],
  asked: readonly Asked[] = [],
): Promise<readonly EditCosts[]> {
  await untilQuiet();
  const editors: Editor[] = [];
  try {
    for (const [server, scene] of jobs) editors.push((await Editor.start(server, scene)).editor);
    return await measured(editors, asked);
  } finally {
    for (const editor of editors) await editor.close();
  }
}

/** What edits cost our server in a scene, and beside it what they cost the floor in a template that is as long. */
export async function besideFloor(
  scene: Scene,
  asked: readonly Asked[] = [],
): Promise<{ ours: EditCosts; floor: EditCosts }> {
  const jobs = [[FLOOR, templateScene(scene.lines)] as const, [OURS, scene] as const];
  const [floor, ours] = await editCosts(jobs, asked);
  if (!floor || !ours) throw new Error('Each server has its costs.');
  return { ours, floor };
}
