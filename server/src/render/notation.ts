import type { PlaceholderContext } from '../template/templateFile';
import { escapes, type Escape } from './escape';

/** How interface XML is written down. */
export interface Notation {
  /** How values are written, by what surrounds their place. */
  readonly escapes: Readonly<Record<PlaceholderContext, Escape>>;
  /** How text of the template is. */
  readonly copied: (text: string) => string;
}

/** As it is. */
export const AS_IT_IS: Notation = { escapes, copied: (text) => text };

/** What stands for a text between the quotes of a string of JSON. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function escapeInJson({ special, escaped, quote }: Escape): Escape {
  return {
    // What XML holds, JSON does, but for controls, which are special already.
    special: new RegExp(`${special.source}|["\\\\]`),
    escaped: (value) => {
      const xml = escaped(value);
      return xml === undefined ? undefined : inJson(xml);
    },
    quote,
  };
}

/** As what stands between the quotes of a string of JSON. The text of a template is made that once, not with each rendering. */
export const IN_JSON: Notation = {
  escapes: Object.fromEntries(
    Object.entries(escapes).map(([context, escape]) => [context, escapeInJson(escape)]),
  ) as Notation['escapes'],
  copied: inJson,
};
