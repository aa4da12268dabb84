import { CodeActionKind } from 'vscode-languageserver-types';
import type { NovaConfView } from '../../check/view';
import { flagsAsIni } from '../../novaConf/convertFlags';
import { toRange } from '../convert';
import type { Action, ActionContext } from './action';

/** Rewrites a flag file to the INI form, wherever in it one stands. Not for one with faults: what they mean, nova and this tool may see differently. */
export function convertToIni({ document }: ActionContext, { conf, text }: NovaConfView): readonly Action[] {
  const newText = flagsAsIni(text, conf);
  if (newText === undefined) return [];
  const range = toRange(document, { start: 0, end: text.length });
  return [
    {
      title: 'Convert the flag file to INI',
      kind: CodeActionKind.RefactorRewrite,
      edit: { changes: { [document.uri]: [{ range, newText }] } },
    },
  ];
}
