import type { Judgement, Judges } from '../judges/judge';
import { problem, type Problem } from '../problems';
import type { Judged } from './templateRendering';

/** So many parts of an output are asked of: more than a machine has interfaces. */
const MOST_ASKED = 64;

/** What libvirt's judges say of an output. */
export interface Complaints {
  /** What they say against it, in the template, each once. */
  readonly problems: readonly Problem[];
  /** The judges that could not be asked, each once. */
  readonly unasked: readonly Judgement[];
}

/** Asks libvirt's judges of the parts of an output, one after the other, and of equal ones once. */
export async function askJudges(judges: Judges, judged: readonly Judged[], signal: AbortSignal): Promise<Complaints> {
  const unasked = new Map<string, Judgement>();
  const problems = new Map<string, Problem>();
  const parts = new Map(judged.map((part) => [`${part.source.start} ${part.question.xml}`, part]));
  for (const { question, source } of [...parts.values()].slice(0, MOST_ASKED)) {
    for (const judgement of await judges.ask(question, signal)) {
      const { program, complaint } = judgement;
      if (judgement.unasked !== undefined) unasked.set(program, judgement);
      if (complaint === undefined) continue;
      const message = `libvirt (${program}) rejects what is rendered: ${complaint}`;
      problems.set(`${source.start} ${message}`, problem('render.rejected', source, message));
    }
  }
  return { problems: [...problems.values()], unasked: [...unasked.values()] };
}
