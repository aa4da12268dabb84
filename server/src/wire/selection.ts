import type { NovaConfView } from '../check/view';
import { normalized } from '../workspace/files';
import type { SelectionAnswer } from './protocol';
import type { Session } from './session';

/** The nova.conf that counts most for a file: itself, the one that governs the template, or the one that selects the driver. */
function confFor({ workspace: { views } }: Session, uri: string): NovaConfView | undefined {
  switch (views.kind(uri)) {
    case 'nova-conf':
      return views.conf(uri);
    case 'template':
    case 'cheetah':
      return views.confsOf(uri)[0];
    default:
      return views.confs().find(({ driver }) => driver?.kind === 'found' && driver.view.uri === uri);
  }
}

/** What is selected for a file; `null` for a file that is none of ours. */
export async function selectionOf(session: Session, uri: string): Promise<SelectionAnswer | null> {
  await session.ready;
  const file = normalized(uri);
  const conf = confFor(session, file);
  const root = session.workspace.rootOf(file);
  const confs = session.workspace.views
    .existing('nova-conf')
    .filter((other) => root === undefined || session.workspace.rootOf(other) === root);
  if (!conf && !session.workspace.kind(file)) return null;
  return {
    conf: conf?.uri ?? null,
    vifType: conf?.selection.vifType?.value ?? null,
    driver: conf?.selection.driver?.value ?? null,
    chosen: conf !== undefined && session.choices.of(file) === conf.uri,
    confs,
  };
}
