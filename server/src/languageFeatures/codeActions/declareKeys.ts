import { CodeActionKind } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DriverView } from '../../check/view';
import type { DriverDeclaration, KeyInsertion } from '../../driver/declaration';
import { overlaps } from '../../text/span';
import { toRange } from '../convert';
import type { Action, ActionContext } from './action';

/**
 * What to insert so that the class's list holds every key that was read. An insertion that makes the list writes all of
 * `keys` itself and leaves room for one more: the last of them takes it.
 */
function listing({ before, after }: KeyInsertion, keys: readonly string[], undeclared: readonly string[]): string {
  const quote = before.slice(-1);
  const last = keys.at(-1) ?? '';
  const room = `${quote}${last}${quote}, ${quote}`;
  if (before.endsWith(room)) return before.slice(0, -room.length) + quote + last + after;
  return before + undeclared.join(`${quote}, ${quote}`) + after;
}

/** Whether a key can stand between quotes as it is. */
function isPlain(key: string): boolean {
  return !/['"\\\p{Cc}\u2028\u2029]/u.test(key);
}

function declare(document: TextDocument, declaration: DriverDeclaration): readonly Action[] {
  const { className, keys: outputKeys, keyInsertion, method } = declaration;
  const keys = outputKeys.map(({ key }) => key);
  const undeclared = outputKeys.filter(({ declared }) => !declared).map(({ key }) => key);
  if (!method || !keyInsertion || undeclared.length === 0 || !keys.every(isPlain)) return [];
  const { offset } = keyInsertion;
  const range = toRange(document, { start: offset, end: offset });
  const newText = listing(keyInsertion, keys, undeclared);
  return [
    {
      title: `Declare the output keys of ${className || 'the driver'}`,
      kind: CodeActionKind.RefactorRewrite,
      edit: { changes: { [document.uri]: [{ range, newText }] } },
    },
  ];
}

/** Writes the keys that were read from a driver's code into its list of output keys, which is made where there is none. Offered on the class's name and on its keys. */
export function declareKeys({ document, span }: ActionContext, { uri, module }: DriverView): readonly Action[] {
  return module.classes
    .filter(({ classSpan, keys }) =>
      [classSpan, ...keys.filter((key) => key.uri === uri).map((key) => key.span)].some((own) => overlaps(own, span)),
    )
    .flatMap((declaration) => declare(document, declaration));
}
