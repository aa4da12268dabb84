import { parser as grammar } from '@lezer/python';
import type { ModuleCode } from '../code/module';
import { assignedNames } from '../code/walk';
import type { DriverSource } from '../declaration';
import { isCutShort } from '../syntax/cutShort';
import { Lines } from '../syntax/lines';
import type { ParsedSources } from '../syntax/parsedSources';
import type { Syntax, SyntaxTree } from '../../text/syntaxTree';
import { newNotes } from './context';
import { statementsOf } from './statements';

/** What it keeps of a text that is edited are stretches of this many numbers, or more: with its own 1024 that is nothing of most drivers. */
const parser = grammar.configure({ bufferLength: 32 });
const COMMENTS: ReadonlySet<string> = new Set(['Comment']);

/** Parses the source of a module, with the help of what `sources` keep of it. Every text parses. */
export function parsePython({ uri, text }: DriverSource, sources: ParsedSources): SyntaxTree {
  return sources.parse(uri, parser, asGrammarHasIt(text), COMMENTS);
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
