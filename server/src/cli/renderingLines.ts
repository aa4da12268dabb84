import { machineJudges } from '../judges/machineJudges';
import { askJudges } from '../rendering/complaints';
import type { ResolvedTarget } from '../rendering/target';
import { consequenceOf, type TemplateRendering } from '../rendering/templateRendering';
import { lineAt } from '../text/lines';
import type { Span } from '../text/span';
import { toPath } from './openWorkspace';

/** What counts as an error of a rendering. */
export interface RenderingStrictness {
  /** What nothing fills is an error. */
  readonly strict?: true;
  /** What libvirt rejects is an error, and libvirt itself is asked. */
  readonly validate?: true;
}

/** What is not as it should be with a rendering. */
export interface RenderingLine {
  readonly severity: 'error' | 'warning';
  /** In the template. */
  readonly span: Span;
  readonly message: string;
}

/** All that is not as it should be. `note` is told which of libvirt's own judges could not be asked; `signal` ends them. */
export async function renderingLines(
  rendering: TemplateRendering,
  strictness: RenderingStrictness,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<readonly RenderingLine[]> {
  const lines = ownLines(rendering, strictness);
  if (!strictness.validate) return lines;
  const { problems, unasked } = await askJudges(machineJudges([]), rendering.judged, signal);
  for (const { program, unasked: why } of unasked) note(`${program} was not asked: ${why ?? 'it does not say why'}.`);
  return [...lines, ...problems.map(({ span, message }): RenderingLine => ({ severity: 'error', span, message }))];
}

function ownLines(
  { unfilled, problems, rejected }: TemplateRendering,
  { strict, validate }: RenderingStrictness,
): readonly RenderingLine[] {
  return [
    ...unfilled.map((each): RenderingLine => {
      const message = `nothing fills '${each.key}'; ${consequenceOf(each)}`;
      return { severity: strict ? 'error' : 'warning', span: each.span, message };
    }),
    ...problems.map(({ span, message }): RenderingLine => ({ severity: 'error', span, message })),
    ...rejected.map(({ span, message }): RenderingLine => ({
      severity: validate ? 'error' : 'warning',
      span,
      message,
    })),
  ];
}

/** The place of a line as compilers write it: `file:line`. */
export function placeOf({ span }: RenderingLine, { view }: ResolvedTarget): string {
  return `${toPath(view.uri)}:${lineAt(view.text, span.start) + 1}`;
}
