import type { DriverSource } from '../declaration';
import type { Lines } from './lines';
import type { Syntax } from '../../text/syntaxTree';

/** The text that is read, and what of it the syntax tree does not tell. */
export interface Source {
  readonly text: string;
  readonly lines: Lines;
  /** The module that the text is, as it was handed in. */
  readonly module: DriverSource;
}

export function textOf({ text }: Source, node: Syntax): string {
  return text.slice(node.start, node.end);
}

/** The names of all variables that a stretch of source mentions. */
export function variablesIn(source: Source, nodes: readonly Syntax[]): string[] {
  return nodes.flatMap((node) =>
    node.name === 'VariableName' || node.name === 'VariableDefinition'
      ? [textOf(source, node)]
      : variablesIn(source, node.children),
  );
}

/** The stretches of `nodes` between the separators. */
export function split(nodes: readonly Syntax[], separator: string): Syntax[][] {
  const groups: Syntax[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups;
}

/** The nodes of each item of a list that commas separate, and the end of the comma behind the last one. */
export function itemsOf(nodes: readonly Syntax[]): { items: Syntax[][]; commaEnd: number | undefined } {
  const groups = split(nodes, ',');
  const hasComma = groups.length > 1 && groups.at(-1)?.length === 0;
  return {
    items: hasComma ? groups.slice(0, -1) : groups.filter((group) => group.length > 0),
    commaEnd: hasComma ? nodes.at(-1)?.end : undefined,
  };
}
