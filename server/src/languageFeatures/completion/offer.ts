import {
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionItemKind,
} from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toRange } from '../convert';
import type { Slot } from './slot';

/** One thing that may be written at the cursor. */
export interface Offer {
  readonly slot: Slot;
  /** What it is called in the list; goes into the slot where there is no `text`. */
  readonly name: string;
  /** What goes into the slot in place of the name; with tab stops where `snippet` is set. */
  readonly text?: string;
  readonly snippet?: true;
  readonly kind: CompletionItemKind;
  /** Offers of a lower rank come first; those of one rank keep their order. */
  readonly rank: number;
  readonly detail?: string;
  readonly documentation?: string;
  readonly deprecated?: boolean;
}

/** What a client shows of the offers. It is to sort them as they are ranked, and to compare them with what the slot held. */
export function toItems(document: TextDocument, offers: readonly Offer[]): CompletionItem[] {
  return offers.map((offer, index) => toItem(document, offer, index));
}

function toItem(document: TextDocument, offer: Offer, index: number): CompletionItem {
  const { slot, name, text = name, kind, rank, detail, documentation } = offer;
  return {
    label: name,
    kind,
    sortText: `${rank}${String(index).padStart(5, '0')}`,
    filterText: slot.typed + name,
    textEdit: { range: toRange(document, slot.span), newText: slot.before + text + slot.after },
    insertTextFormat: offer.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(offer.snippet && { insertTextMode: InsertTextMode.adjustIndentation }),
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation }),
    ...(offer.deprecated && { tags: [CompletionItemTag.Deprecated] }),
  };
}
