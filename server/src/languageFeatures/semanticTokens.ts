import type { SemanticTokens } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Provision } from '../check/pairing';
import type { Placeholder, Template, TemplateFile } from '../template/templateFile';
import { semanticTokensLegend, type Modifier } from './announced';
import { Provisions, worseOf } from './provisions';
import type { WorkspaceView } from './workspaceView';

/** How a placeholder looks: a token type that every client knows, and a modifier of our own for those that want to tell more apart. */
interface Look {
  readonly type: 'property' | 'parameter' | 'variable';
  readonly modifier?: Exclude<Modifier, 'optional'>;
}

/** A key of the network dictionary; what nova-compute hands in; what nobody is known to provide. */
const LOOKS: Readonly<Record<Provision, Look>> = {
  driver: { type: 'property', modifier: 'provided' },
  sometimes: { type: 'property', modifier: 'sometimes' },
  compute: { type: 'parameter', modifier: 'compute' },
  missing: { type: 'variable', modifier: 'missing' },
  unknown: { type: 'variable' },
};

/** The modifiers of a placeholder. What may be left out is not missing. */
function modifiersOf({ optional }: Placeholder, provision: Provision): readonly Modifier[] {
  const { modifier } = LOOKS[provision];
  const own = modifier === undefined || (optional && modifier === 'missing') ? [] : [modifier];
  return optional ? [...own, 'optional'] : own;
}

/** The placeholders of these templates, each with who provides it to the one that is provided with it worst. */
function provided(templates: readonly Template[], provisions: Provisions): ReadonlyMap<Placeholder, Provision> {
  const found = new Map<Placeholder, Provision>();
  for (const template of templates)
    for (const placeholder of template.placeholders) {
      const known = found.get(placeholder);
      const own = provisions.of(placeholder.key, template);
      if (placeholder.context !== 'comment') found.set(placeholder, known ? worseOf(known, own) : own);
    }
  return found;
}

/** The placeholders of the templates in the order of the file. Of those that share one, the templates that a driver fills count. */
function withProvisions({ templates }: TemplateFile, provisions: Provisions): readonly [Placeholder, Provision][] {
  const isPaired = (template: Template): boolean => provisions.pairingsOf(template).length > 0;
  const unpaired = templates.filter((template) => !isPaired(template));
  const all = new Map([...provided(unpaired, provisions), ...provided(templates.filter(isPaired), provisions)]);
  return [...all].sort(([a], [b]) => a.keySpan.start - b.keySpan.start);
}

/** Five numbers a token, as LSP has them: line and character counted from the token before, length, type, modifiers. */
function encode(document: TextDocument, tokens: Iterable<[Placeholder, Provision]>): number[] {
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  for (const [placeholder, provision] of tokens) {
    const { key, keySpan } = placeholder;
    const { line, character } = document.positionAt(keySpan.start);
    const { type } = LOOKS[provision];
    const bits = modifiersOf(placeholder, provision).map(
      (each) => 1 << semanticTokensLegend.tokenModifiers.indexOf(each),
    );
    const modifiers = bits.reduce((all, bit) => all | bit, 0);
    const sinceLast = line === lastLine ? character - lastCharacter : character;
    data.push(line - lastLine, sinceLast, key.length, semanticTokensLegend.tokenTypes.indexOf(type), modifiers);
    [lastLine, lastCharacter] = [line, character];
  }
  return data;
}

/** How the keys of the placeholders of a template file look: provided, missing, or filled by nova-compute. `undefined` for any other file, whose tokens are another server's. */
export function semanticTokens(view: WorkspaceView, uri: string): SemanticTokens | undefined {
  const document = view.documentOf(uri);
  const template = view.template(uri);
  if (!document || !template) return undefined;
  return { data: encode(document, withProvisions(template.file, new Provisions(view, template))) };
}
