import { builtInNames, novaNames } from '../../cheetahTemplate/knownNames';
import type { NameSubject } from '../subjects/subject';
import type { WorkspaceView } from '../workspaceView';
import { code } from './markdown';

/** Where a name of a Cheetah file has its value from. */
export function describeName(view: WorkspaceView, { name, file, uri }: NameSubject): string[] {
  const given = view.requestNames(uri);
  const isSet = file.names.some((use) => use.name === name && use.role === 'definition');
  const sources = [
    ...(isSet ? ['This file gives it its value, with `#set` or a loop.'] : []),
    ...(!isSet && given?.names.has(name) ? [`${given.request} gives its value, under \`template\`.`] : []),
    ...(!isSet && novaNames.has(name) ? ["Nova's libvirt driver gave it to its template."] : []),
  ];
  const builtIn = builtInNames.has(name) ? ['Cheetah and Python know it themselves.'] : [];
  const all = sources.length > 0 ? sources : builtIn;
  return [`**Name ${code(name)}**`, ...(all.length > 0 ? all : ['Nothing is known to provide it.'])];
}
