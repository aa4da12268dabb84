import { SymbolKind, type SymbolInformation } from 'vscode-languageserver-types';
import { baseName } from '../check/view';
import { vifOptionOf } from '../novaConf/options';
import type { Place } from '../text/span';
import { toRange } from './convert';
import { shortened } from './shortened';
import type { WorkspaceView } from './workspaceView';

/** More than anyone reads; a client asks again with every letter typed. */
const MOST_SYMBOLS = 1000;
/** How many characters of a value are shown. */
const MOST_DETAIL = 80;

/** Something with a name in some file. */
interface Named extends Place {
  readonly name: string;
  readonly kind: SymbolKind;
}

function* templates(view: WorkspaceView): Generator<Named> {
  for (const { uri, file } of view.templates())
    for (const { vifType, vifTypeSpan, interfaceSpan, span } of file.templates)
      if (vifType)
        yield {
          uri,
          name: shortened(vifType, MOST_DETAIL),
          kind: SymbolKind.Class,
          span: vifTypeSpan ?? interfaceSpan ?? span,
        };
}

/** The driver classes that nova.confs select, each once. One without a name goes by that in nova.conf. */
function* drivers(view: WorkspaceView): Generator<Named> {
  const seen = new Set<string>();
  for (const { driver, selection } of view.confs()) {
    if (driver?.kind !== 'found') continue;
    const { className, classSpan } = driver.declaration;
    const key = `${driver.view.uri} ${classSpan.start}`;
    const name = className || selection.driver?.value.replace(/^.*\./s, '');
    if (!name || seen.has(key)) continue;
    seen.add(key);
    yield { uri: driver.view.uri, name, kind: SymbolKind.Class, span: classSpan };
  }
}

/** The settings of nova.confs that decide what a VIF becomes. */
function* settings(view: WorkspaceView): Generator<Named> {
  for (const { uri, conf } of view.confs())
    for (const setting of conf.settings)
      if (vifOptionOf(setting)) {
        const name = `${setting.name} = ${shortened(setting.value, MOST_DETAIL)}`;
        yield { uri, name, kind: SymbolKind.Property, span: setting.nameSpan };
      }
}

function holdsInOrder(name: string, letters: readonly string[]): boolean {
  let at = 0;
  return letters.every((letter) => {
    const found = name.indexOf(letter, at);
    at = found + letter.length;
    return found >= 0;
  });
}

function toSymbol(view: WorkspaceView, { name, kind, uri, span }: Named): SymbolInformation | undefined {
  const document = view.documentOf(uri);
  if (!document) return undefined;
  const location = { uri: document.uri, range: toRange(document, span) };
  return { name, kind, location, containerName: baseName(uri) };
}

/** Templates, driver classes and settings of nova.confs whose name holds the letters of `query` in their order, whatever their case and the blanks between them; all for an empty one. */
export function workspaceSymbols(view: WorkspaceView, query: string): SymbolInformation[] {
  const letters = Array.from(query.toLowerCase().replace(/\s+/g, ''));
  return [...templates(view), ...drivers(view), ...settings(view)]
    .filter(({ name }) => holdsInOrder(name.toLowerCase(), letters))
    .slice(0, MOST_SYMBOLS)
    .flatMap((named) => toSymbol(view, named) ?? []);
}
