import { problemCatalogue, type Problem, type ProblemCode, type Severity } from '../problems';
import type { Level } from './settings';

/** From the mildest on. */
const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

function milder(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b;
}

/**
 * The problems as severe as the user wants them, without those that are to be ignored. A problem that its rule is less
 * certain of, and so milder than its kind, does not become more severe.
 */
export function withLevels(problems: readonly Problem[], levels: ReadonlyMap<ProblemCode, Level>): readonly Problem[] {
  if (levels.size === 0) return problems;
  return problems.flatMap((problem) => {
    const level = levels.get(problem.code);
    if (level === undefined) return problem;
    if (level === 'ignore') return [];
    const certain = problem.severity === problemCatalogue[problem.code].severity;
    return { ...problem, severity: certain ? level : milder(problem.severity, level) };
  });
}
