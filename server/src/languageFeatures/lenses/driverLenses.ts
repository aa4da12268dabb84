import type { CodeLens } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { baseName, type NovaConfView } from '../../check/view';
import { information, lensAt } from './lens';
import { shortened } from '../shortened';
import type { WorkspaceView } from '../workspaceView';

/** How many uses of a class a lens names. */
const MOST_USES = 3;
/** How many characters of a VIF type a lens shows. */
const MOST_SHOWN = 40;

/** `802.1Qbh (nova.conf)`: the VIF type that a nova.conf selects together with the class. */
function useIn({ selection, uri }: NovaConfView): string {
  const vifType = selection.vifType?.value;
  return vifType === undefined ? baseName(uri) : `${shortened(vifType, MOST_SHOWN)} (${baseName(uri)})`;
}

function title(uses: ReadonlySet<string>): string {
  const named = [...uses].slice(0, MOST_USES).join(', ');
  return uses.size > MOST_USES ? `used by ${named} and ${uses.size - MOST_USES} more` : `used by ${named}`;
}

/** Over each class of a module that some nova.conf selects: by which it is used. */
export function driverLenses(view: WorkspaceView, document: TextDocument, uri: string): CodeLens[] {
  const usesAt = new Map<number, Set<string>>();
  for (const conf of view.confs()) {
    if (conf.driver?.kind !== 'found' || conf.driver.view.uri !== uri) continue;
    const { start } = conf.driver.declaration.classSpan;
    usesAt.set(start, (usesAt.get(start) ?? new Set()).add(useIn(conf)));
  }
  return [...usesAt].map(([offset, uses]) => lensAt(document, offset, information(title(uses))));
}
