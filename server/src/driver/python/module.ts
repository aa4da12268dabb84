import { parser } from '@lezer/python';
import type { ModuleCode } from '../code/module';
import { assignedNames } from '../code/walk';
import type { DriverSource } from '../declaration';
import { isCutShort } from '../syntax/cutShort';
import { Lines } from '../syntax/lines';
import { parseSyntax, type Syntax, type SyntaxTree } from '../../text/syntaxTree';
import { newNotes } from './context';
import { statementsOf } from './statements';

/** Parses the source of a module. Every text parses. */
export function parsePython(text: string): SyntaxTree {
  return parseSyntax(parser, asGrammarHasIt(text), new Set(['Comment']));
}

/** Python skips a byte order mark, and a form feed at the start of a line; the grammar knows neither. */
function asGrammarHasIt(text: string): string {
  const withoutMark = text.startsWith('\ufeff') ? `\n${text.slice(1)}` : text;
  return withoutMark.replaceAll('\n\f', '\n\n').replaceAll('\r\f', '\r\n');
}

/** Translates a module; `root` is its source, parsed. */
export function moduleOf(module: DriverSource, { children }: Syntax): ModuleCode {
  const lines = new Lines(module.text);
  const source = { text: module.text, lines, module };
  const body = children.flatMap((statement, index) =>
    statementsOf({ source, className: '', isCut: isCutShort(lines, children, index), notes: newNotes() }, [statement]),
  );
  return { names: assignedNames(body), body };
}
