import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../installedPrograms';

/** A regular expression of ours, and where it stands. */
export interface FoundPattern {
  /** `server/src/suggest.ts:12` */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** A `new RegExp(…)` that puts its pattern together from what only running tells. */
export interface MadePattern {
  readonly place: string;
  /** The call as it is written. */
  readonly written: string;
}

/** Every source file of ours that runs: TypeScript and JavaScript. */
export function sourceFiles(): readonly string[] {
  return ['client', 'server', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mts|mjs|js)$/.test(name))
      .map((name) => path.posix.join(folder, ...name.split(path.sep))),
  );
}

function parse(name: string): ts.SourceFile {
  return ts.createSourceFile(name, readFileSync(path.join(ROOT, name), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** Works out what strings and patterns are made of, as far as the constants of a file tell, and those that it imports. */
class Constants {
  readonly #values = new Map<string, ts.Expression>();
  /** The files that names are imported from. */
  readonly #imported = new Map<string, string>();

  constructor(file: ts.SourceFile) {
    const visit = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
        this.#values.set(node.name.text, node.initializer);
      if (ts.isImportSpecifier(node) && ts.isStringLiteral(node.parent.parent.parent.moduleSpecifier))
        this.#imported.set(node.name.text, path.posix.join(path.posix.dirname(file.fileName), `${node.parent.parent.parent.moduleSpecifier.text}.ts`)); // prettier-ignore
      ts.forEachChild(node, visit);
    };
    visit(file);
  }

  /** The text of an expression; of a pattern, its source. `undefined` where that takes running it. */
  textOf(node: ts.Expression): string | undefined {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
    if (ts.isRegularExpressionLiteral(node)) return partsOf(node).source;
    if (ts.isTemplateExpression(node))
      return this.#joined([node.head.text], node.templateSpans, ({ literal }) => literal.text);
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw') return this.#raw(node.template);
    if (ts.isIdentifier(node)) {
      const value = this.#values.get(node.text);
      return value ? this.textOf(value) : this.#textElsewhere(node.text);
    }
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') return this.textOf(node.expression);
    if (ts.isNewExpression(node) && node.arguments?.[0]) return this.textOf(node.arguments[0]);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      const [left, right] = [this.textOf(node.left), this.textOf(node.right)];
      return left === undefined || right === undefined ? undefined : left + right;
    }
    return undefined;
  }

  #textElsewhere(name: string): string | undefined {
    const file = this.#imported.get(name);
    const value = file !== undefined && sourceFiles().includes(file) ? new Constants(parse(file)).#values.get(name) : undefined; // prettier-ignore
    return value && this.textOf(value);
  }

  #raw(template: ts.TemplateLiteral): string | undefined {
    const rawOf = (piece: ts.TemplateLiteralLikeNode): string => piece.rawText ?? '';
    if (ts.isNoSubstitutionTemplateLiteral(template)) return rawOf(template);
    return this.#joined([rawOf(template.head)], template.templateSpans, ({ literal }) => rawOf(literal));
  }

  #joined(
    start: readonly [string],
    spans: readonly ts.TemplateSpan[],
    behind: (span: ts.TemplateSpan) => string,
  ): string | undefined {
    return spans.reduce<string | undefined>((before, span) => {
      const text = before === undefined ? undefined : this.textOf(span.expression);
      return before === undefined || text === undefined ? undefined : before + text + behind(span);
    }, start[0]);
  }
}

/** The source and the flags of a literal. */
function partsOf(node: ts.RegularExpressionLiteral): { readonly source: string; readonly flags: string } {
  const end = node.text.lastIndexOf('/');
  return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
}

/** What `pattern` of libvirt's value types makes of the two patterns that it is handed: it asks for a whole text. */
const WHOLE: Readonly<Record<string, (source: string) => string>> = {
  pattern: (source) => `^(?:${source})$`,
  character: (source) => `^(?:${source})*$`,
};

/** A literal as it is used. */
function asUsed(name: string, node: ts.RegularExpressionLiteral): { readonly source: string; readonly flags: string } {
  const { source, flags } = partsOf(node);
  const property = ts.isPropertyAssignment(node.parent) ? node.parent.name.getText() : '';
  const whole = name.startsWith('server/src/libvirt/') ? WHOLE[property] : undefined;
  return { source: whole ? whole(source) : source, flags };
}

/** Every regular expression of a file: its literals, and what it makes of strings. */
export function patternsOf(name: string): readonly (FoundPattern | MadePattern)[] {
  const file = parse(name);
  const constants = new Constants(file);
  const found: (FoundPattern | MadePattern)[] = [];
  const placeOf = (node: ts.Node): string =>
    `${name}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ place: placeOf(node), ...asUsed(name, node) });
    else if (isMaking(node)) {
      const [pattern, flags] = node.arguments ?? [];
      const source = pattern && constants.textOf(pattern);
      const flagText = flags ? constants.textOf(flags) : '';
      if (source === undefined || flagText === undefined) found.push({ place: placeOf(node), written: node.getText() });
      else found.push({ place: placeOf(node), source, flags: flagText });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isMaking(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
}
