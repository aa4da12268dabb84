import type { Span } from '../text/span';

/** What kind of fault the model finds. */
export type FindingKind =
  'unknown-element' | 'unknown-attribute' | 'unexpected-text' | 'missing' | 'repeated' | 'value' | 'rule';

/** One thing that libvirt rejects. */
export interface Finding {
  readonly kind: FindingKind;
  /** The attribute value, attribute name or element name that is at fault; for what is missing, the name of the element that lacks it. */
  readonly span: Span;
  readonly message: string;
  /** Whether libvirt rejects it whatever the gaps of the tree come to stand for; else only where a part is there that may not be. */
  readonly certain: boolean;
  /** For a name or a word: what it could be. */
  readonly possible?: readonly string[];
}
