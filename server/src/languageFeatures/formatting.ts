import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../text/span';
import { toRange } from './convert';
import { formatNovaConf } from './formatting/novaConf';
import type { Relayout } from './formatting/relayout';
import { formatTemplate } from './formatting/template';
import type { WorkspaceView } from './workspaceView';

function relayouts(view: WorkspaceView, uri: string, options: FormattingOptions): readonly Relayout[] {
  const conf = view.conf(uri);
  if (conf) return formatNovaConf(conf.text, conf.conf);
  const template = view.template(uri);
  const unit = options.insertSpaces ? ' '.repeat(options.tabSize) : '\t';
  return template?.file.dialect === 'plain' ? formatTemplate(template.text, template.file, unit) : [];
}

/**
 * The edits that lay a nova.conf or a plain template file out, only those inside `span` where it is given. No value, no
 * rendered byte and no comment changes, and formatting again changes nothing. A file whose text has a fault is left alone, and so is a Cheetah file, whose every blank is output.
 */
export function format(view: WorkspaceView, uri: string, options: FormattingOptions, span?: Span): TextEdit[] {
  const document = view.documentOf(uri);
  if (!document) return [];
  return relayouts(view, uri, options)
    .filter((changes) => !span || changes.every((own) => span.start <= own.span.start && own.span.end <= span.end))
    .flat()
    .map(({ span: own, newText }) => ({ range: toRange(document, own), newText }));
}
