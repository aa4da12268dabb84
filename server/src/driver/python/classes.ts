import type { ClassExpression, Entry, Expression, Spread } from '../code/code';
import { assignedNames } from '../code/walk';
import type { KeyInsertion } from '../declaration';
import { isRestOfLineEmpty, type NewList, newList } from '../syntax/keyInsertion';
import { itemsOf, type Source, textOf } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import { newNotes, type PythonContext, type TranslateBody } from './context';
import { expressionOf } from './expressions';

/** Translates `class Name(bases): …`. */
export function classOf(
  context: PythonContext,
  node: Syntax,
  decorators: readonly Expression[],
  bodyOf: TranslateBody,
): ClassExpression {
  const variable = node.child('VariableName') ?? node;
  const className = textOf(context.source, variable);
  const body = bodyOf({ ...context, className, notes: newNotes() }, node.child('Body'));
  const { bases, keywords } = headOf(context, node.child('ArgList'));
  return {
    kind: 'class',
    code: {
      name: className,
      nameSpan: { start: variable.start, end: variable.end },
      uri: context.source.module.uri,
      bases,
      keywords,
      decorators,
      members: assignedNames(body),
      body,
      unusual: false,
      broken: node.broken || context.isCut,
      makeList: (keys, quote) => (node.broken ? undefined : makeList(context.source, node, newList(keys, quote))),
    },
  };
}

interface ClassHead {
  readonly bases: readonly (Expression | Spread)[];
  readonly keywords: readonly (Entry | Spread)[];
}

function headOf(context: PythonContext, list: Syntax | undefined): ClassHead {
  const bases: (Expression | Spread)[] = [];
  const keywords: (Entry | Spread)[] = [];
  const nodes = (list?.children ?? []).filter(({ name }) => name !== '(' && name !== ')');
  for (const item of itemsOf(nodes).items) {
    const [first] = item;
    const value = expressionOf(context, item.at(-1));
    if (first?.name === '*') bases.push({ kind: 'spread', value });
    else if (first?.name === '**') keywords.push({ kind: 'spread', value });
    else if (item.length === 1) bases.push(value);
    else keywords.push({ kind: 'entry', key: { kind: 'plain', parts: [] }, value });
  }
  return { bases, keywords };
}

/** A list goes to the start of the class, behind its docstring; a class whose body stands in its first line has no room. */
function makeList(source: Source, node: Syntax, list: NewList): KeyInsertion | undefined {
  const [colon, first] = node.child('Body')?.children ?? [];
  if (!colon || !first) return undefined;
  const isDocstring = first.name === 'ExpressionStatement' && first.children[0]?.name.endsWith('String') === true;
  const behind = isDocstring ? first.end : colon.end;
  const { lines } = source;
  const offset = lines.endOf(behind);
  if (!isRestOfLineEmpty(source, behind, '#') || lines.endOf(colon.end) >= first.start) return undefined;
  const space = lines.lineBreak.repeat(isDocstring ? 2 : 1) + lines.indentationOf(first.start);
  return {
    offset,
    before: `${space}output_keys = ${list.before}`,
    after: list.after + (lines.isBlankBelow(offset) ? '' : lines.lineBreak),
  };
}
