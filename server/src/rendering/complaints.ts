import { findTemplate } from '../check/view';
import type { Judgement } from '../judges/judge';
import { problem, type Problem } from '../problems';
import type { ResolvedTarget } from './target';

/** What libvirt's judges say against an output, at the device of the template; of judges that could not be asked, nothing. */
export function complaintsIn(
  judgements: readonly Judgement[],
  { view, vifType }: Pick<ResolvedTarget, 'view' | 'vifType'>,
): readonly Problem[] {
  const template = findTemplate(view, vifType);
  const device = template?.tags.find(({ span }) => span.start === template.interfaceSpan?.start);
  const span = device?.nameSpan ?? template?.span ?? { start: 0, end: 0 };
  return judgements.flatMap(({ program, complaint }) =>
    complaint === undefined
      ? []
      : problem('render.rejected', span, `libvirt (${program}) rejects what is rendered: ${complaint}`),
  );
}
