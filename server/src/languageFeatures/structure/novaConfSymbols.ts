import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { NovaConfView } from '../../check/view';
import type { OptionSetting } from '../../novaConf/novaConf';
import { toRange } from '../convert';
import { blocksOf, settingSpan, type SectionBlock } from './novaConfSections';
import { shortened } from '../shortened';

/** How many characters of a value an outline shows. */
const MOST_DETAIL = 80;

function settingSymbol(document: TextDocument, text: string, setting: OptionSetting): DocumentSymbol {
  return {
    name: setting.name,
    detail: shortened(setting.value, MOST_DETAIL),
    kind: SymbolKind.Property,
    range: toRange(document, settingSpan(text, setting)),
    selectionRange: toRange(document, setting.nameSpan),
  };
}

/** A client refuses a symbol without a name. */
function sectionSymbol(
  document: TextDocument,
  text: string,
  { section, span, settings }: SectionBlock,
): DocumentSymbol {
  return {
    name: section.name === '' ? '[]' : section.name,
    kind: SymbolKind.Namespace,
    range: toRange(document, span),
    selectionRange: toRange(document, section.span),
    children: settings.map((setting) => settingSymbol(document, text, setting)),
  };
}

/** The sections of a nova.conf with their options; those of a flag file, and those above the first section, stand by themselves. */
export function novaConfSymbols(document: TextDocument, view: NovaConfView): DocumentSymbol[] {
  const { loose, sections } = blocksOf(view);
  return [
    ...loose.map((setting) => settingSymbol(document, view.text, setting)),
    ...sections.map((block) => sectionSymbol(document, view.text, block)),
  ];
}
