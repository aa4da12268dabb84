import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Pairing } from '../../check/pairing';
import { findTemplate, type TemplateView } from '../../check/view';
import type { Template } from '../../template/templateFile';
import { information, lensAt } from './lens';
import { Provisions } from '../provisions';
import { shortened } from '../shortened';
import type { WorkspaceView } from '../workspaceView';

/** How many characters of a VIF type a lens shows. */
const MOST_SHOWN = 40;
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
  const isAlike = others.some(({ driverName }) => driverName !== name && classOf(driverName) === classOf(name));
  return isAlike ? name : classOf(name);
}

/** Renders with what a nova.conf selects. `uri` is the template file as the client spells it. */
function renderCommand(title: string, uri: string, pairing: Pairing, part?: 'file' | 'branch'): Command {
  const { driverName: driver, conf, template } = pairing;
  const vifType = template.vifType ?? conf.selection.vifType?.value;
  return { title, command: RENDER_COMMAND, arguments: [{ uri, vifType, driver, ...(part && { part }) }] };
}

/** A command for each driver that fills a template. */
function renderCommands(uri: string, pairings: readonly Pairing[], part?: 'branch'): Command[] {
  return pairings.map((pairing) => {
    const title = pairings.length > 1 ? `Render with ${shortName(pairing.driverName, pairings)}` : 'Render';
    return renderCommand(title, uri, pairing, part);
  });
}

/** Over a Cheetah file: what renders all of it, for each VIF type and driver that is selected. */
function fileLenses(document: TextDocument, { file }: TemplateView, provisions: Provisions): CodeLens[] {
  if (file.dialect === 'plain') return [];
  const pairings = file.templates.flatMap((template) => provisions.pairingsOf(template));
  return pairings.map((pairing) => {
    const { vifType } = pairing.conf.selection;
    const which = ` for ${shortened(vifType?.value ?? '', MOST_SHOWN)} with ${shortName(pairing.driverName, pairings)}`;
    const title = `Render the whole file${pairings.length > 1 ? which : ''}`;
    return lensAt(document, 0, renderCommand(title, document.uri, pairing, 'file'));
  });
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
  const part = file.file.dialect === 'cheetah' ? 'branch' : undefined;
  const lenses = file.file.templates.flatMap((template) => {
    const { span, vifTypeSpan, interfaceSpan } = template;
    const { start } = vifTypeSpan ? span : (interfaceSpan ?? span);
    const pairings = provisions.pairingsOf(template);
    const commands = [
      ...renderCommands(document.uri, pairings, part),
      information(counts(template, provisions)),
      ...(selected.has(template) ? [] : [information('not selected by a nova.conf')]),
      ...(selected.has(template) && pairings.length === 0 ? [information('no driver found')] : []),
    ];
    return commands.map((command) => lensAt(document, start, command));
  });
  return [...fileLenses(document, file, provisions), ...lenses];
}
