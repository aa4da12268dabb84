import { markupAt } from './markup';
import { scanMarkup } from './scan';
import type { ScanState } from './scanState';
import { CONTAINER } from './tags';

/** How far a piece goes, in its own offsets. */
export interface Extent {
  /** Where the piece ends; missing where the text at hand does so first. */
  readonly end?: number;
  /** Where its `<template>` begins. */
  readonly templateStart?: number;
  /** The file has another root than `<vif-templates>`, or none: it is one piece. */
  readonly isLone?: true;
}

/** The opening tag of a template, or any tag of the container: the name is what a scan takes for it. */
const BOUNDARY = new RegExp(`<(template|/?${CONTAINER})(?=[\\s/><"'=$]|$)`, 'y');
/** How much of the text, from a `<` on, tells whether a piece ends there. */
export const BOUNDARY_LENGTH = `</${CONTAINER}>`.length;

function boundaryAt(text: string, at: number): 'template' | 'container' | undefined {
  // Most tags begin with another letter: to see that takes no pattern.
  const first = text[at + 1] === '/' ? text[at + 2] : text[at + 1];
  if (first !== 't' && first !== 'v') return undefined;
  BOUNDARY.lastIndex = at;
  const name = BOUNDARY.exec(text)?.[1];
  if (name === undefined) return undefined;
  return name === 'template' ? name : 'container';
}

/** Goes over one piece, up to where it ends. */
class PieceScan {
  #templateStart: number | undefined;

  constructor(private readonly state: ScanState) {}

  run(): Extent {
    const { text, tags } = this.state;
    for (let at = 0; at < text.length;) {
      const markup = markupAt(text, at);
      if (!markup) {
        at++;
        continue;
      }
      const boundary = markup === '<' ? boundaryAt(text, at) : undefined;
      if (boundary && this.#templateStart !== undefined) return this.#endingAt(at);
      if (boundary === 'template' && !this.#isBeforeRoot()) this.#templateStart = at;
      const known = tags.length;
      at = scanMarkup(this.state, markup, at);
      if (tags.length > known) {
        if (boundary === 'container') return this.#endingAt(at);
        if (this.#isBeforeRoot()) return { isLone: true };
        if (this.#hasTemplateEnded()) return this.#endingAt(at);
      }
    }
    return this.#endingAt(undefined);
  }

  /** Whether the root element of the file is still to come. */
  #isBeforeRoot(): boolean {
    return this.state.surroundings.isStart;
  }

  #hasTemplateEnded(): boolean {
    const last = this.state.tags.at(-1);
    return this.#templateStart !== undefined && last?.name === 'template' && last.kind !== 'open';
  }

  #endingAt(end: number | undefined): Extent {
    const templateStart = this.#templateStart;
    return { ...(end !== undefined && { end }), ...(templateStart !== undefined && { templateStart }) };
  }
}

/** Scans the piece that the text of `state` begins with, and tells how far it goes. */
export function scanPiece(state: ScanState): Extent {
  return new PieceScan(state).run();
}
