import { baseName, findTemplate } from '../../check/view';
import { occurrencesOf, type Occurrence } from '../subjects/occurrences';
import type { VifTypeSubject } from '../subjects/subject';
import type { WorkspaceView } from '../workspaceView';
import { code, codes, link, listed } from './markdown';

/** Which templates there are for a VIF type, and which nova.confs select it. */
export function describeVifType(view: WorkspaceView, subject: VifTypeSubject): string[] {
  const occurrences = occurrencesOf(view, subject);
  const templates = occurrences.filter(({ role }) => role === 'definition');
  const selections = occurrences.filter(({ role }) => role !== 'definition');
  return [
    `**VIF type ${code(subject.vifType)}**`,
    ...(templates.length > 0
      ? templates.map((place) => describeTemplate(view, subject.vifType, place))
      : ['There is no template for it.']),
    selections.length > 0
      ? `Selected by ${listed(selections.map((place) => describeSelection(view, place)))}.`
      : 'No nova.conf selects it.',
  ];
}

function describeTemplate(view: WorkspaceView, vifType: string, place: Occurrence): string {
  const file = view.template(place.uri);
  const template = file && findTemplate(file, vifType);
  const keys = [...new Set(template?.placeholders.map(({ key }) => key))];
  const asks = keys.length > 0 ? `asks for ${codes(keys)}` : 'has no placeholders';
  const what = template?.isDefault ? 'The default template' : 'The template';
  return `${what} in ${link(view, baseName(place.uri), place)} ${asks}.`;
}

function describeSelection(view: WorkspaceView, place: Occurrence): string {
  const driver = view.conf(place.uri)?.selection.driver;
  const name = link(view, baseName(place.uri), place);
  return driver ? `${name} together with the driver ${code(driver.value)}` : `${name} without a driver`;
}
