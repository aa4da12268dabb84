import * as vscode from 'vscode';
import type { RenderAnswer } from '../../../server/src/wire/protocol';

/** What a rendered document says. */
export interface RenderedText {
  readonly text: string;
  /** How many lines stand above the XML. */
  readonly remarkLines: number;
}

/** On one line of its own; a comment holds no `--`. */
function comment(text: string): string {
  return `<!-- ${text.replace(/\s+/g, ' ').replace(/-(?=-)/g, '- ')} -->\n`;
}

function staleRemarks({ outdated, message }: RenderAnswer): readonly string[] {
  const changed = {
    driver: vscode.l10n.t('Driver changed — run again.'),
    request: vscode.l10n.t('Request changed — run again.'),
  };
  const stale = vscode.l10n.t('Stale: this is the last good output.');
  return [...(outdated ? [changed[outdated]] : []), ...(message === null ? [] : [`${stale} ${message}`])];
}

/** What is to be known of an output that is not up to date, or that there is none of; `undefined` stands for what was not rendered in this session. */
export function remarksOn(answer: RenderAnswer | undefined): readonly string[] {
  const nothing = vscode.l10n.t(
    'Nothing is rendered here yet. Run "OpenStack VIF: Render Interface XML" on the template.',
  );
  if (!answer) return [nothing];
  const { xml, message } = answer;
  return xml === null ? [...staleRemarks({ ...answer, message: null }), message ?? nothing] : staleRemarks(answer);
}

/** The XML, below remarks where it is not up to date. */
export function renderedText(answer: RenderAnswer | undefined): RenderedText {
  const said = remarksOn(answer);
  const xml = answer?.xml ?? '';
  const end = xml === '' || xml.endsWith('\n') ? '' : '\n';
  return { text: said.map(comment).join('') + xml + end, remarkLines: said.length };
}
