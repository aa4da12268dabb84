import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Pairing } from '../../check/pairing';
import { findTemplate, type TemplateView } from '../../check/view';
import type { Template } from '../../template/templateFile';
import { information, lensAt } from './lens';
import { Provisions } from '../provisions';
import type { WorkspaceView } from '../workspaceView';

/** The server's command that renders. */
const RENDER_COMMAND = 'openstackVif.render';

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How many placeholders a template has, and how many of them its drivers leave out: certainly, and perhaps. Optional ones may be left out. */
function counts(template: Template, provisions: Provisions): string {
  const placeholders = template.placeholders.filter(({ context }) => context !== 'comment' && context !== 'directive');
  const paired = provisions.pairingsOf(template).length > 0;
  const required = placeholders.filter(({ optional }) => !optional);
  const found = paired ? required.map(({ key }) => provisions.of(key, template)) : [];
  const missing = found.filter((provision) => provision === 'missing').length;
  const uncertain = found.filter((provision) => provision === 'sometimes' || provision === 'unknown').length;
  return [
    plural(placeholders.length, 'placeholder'),
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(uncertain > 0 ? [`${uncertain} uncertain`] : []),
  ].join(' · ');
}

/** The last part of a dotted driver name; the whole of it where another driver has the same last part. */
function shortName(name: string, others: readonly Pairing[]): string {
  const classOf = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1);
  const alike = others.filter(({ driverName }) => classOf(driverName) === classOf(name));
  return alike.length > 1 ? name : classOf(name);
}

/** A command for each driver that fills the template. `uri` is the template file as the client spells it. */
function renderCommands(uri: string, { vifType }: Template, pairings: readonly Pairing[]): Command[] {
  return pairings.map(({ driverName }) => ({
    title: pairings.length > 1 ? `Render with ${shortName(driverName, pairings)}` : 'Render',
    command: RENDER_COMMAND,
    arguments: [{ uri, vifType, driver: driverName }],
  }));
}

/** The templates of a file whose VIF type some nova.conf selects, with a driver or without. */
function selectedTemplates(view: WorkspaceView, file: TemplateView): ReadonlySet<Template> {
  const vifTypes = new Set(view.confsOf(file.uri).flatMap(({ selection }) => selection.vifType?.value ?? []));
  return new Set([...vifTypes].flatMap((vifType) => findTemplate(file, vifType) ?? []));
}

/** Over each template: what renders it, and how many of its placeholders are provided. */
export function templateLenses(view: WorkspaceView, document: TextDocument, file: TemplateView): CodeLens[] {
  const provisions = new Provisions(view, file);
  const selected = selectedTemplates(view, file);
  return file.file.templates.flatMap((template) => {
    const { span, vifTypeSpan, interfaceSpan } = template;
    const { start } = vifTypeSpan ? span : (interfaceSpan ?? span);
    const pairings = provisions.pairingsOf(template);
    const commands = [
      ...renderCommands(document.uri, template, pairings),
      information(counts(template, provisions)),
      ...(selected.has(template) ? [] : [information('not selected by a nova.conf')]),
      ...(selected.has(template) && pairings.length === 0 ? [information('no driver found')] : []),
    ];
    return commands.map((command) => lensAt(document, start, command));
  });
}
