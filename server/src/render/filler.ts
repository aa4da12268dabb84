import { writeValue, type Escape } from './escape';
import { Growing } from './growing';
import { joint, LONGEST_MARK } from './joint';
import type { Notation } from './notation';
import type { Piece } from './pieces';

/** Gives the text for a key; `undefined` where there is none. */
export type TextOf = (key: string) => string | undefined;

/** A place for a value, with the text in front of it. */
interface Place extends Escape {
  readonly before: string;
  readonly key: string;
}

/**
 * Fills the pieces of a template without a look at where anything comes from: the common case, made ready to be fast. What there
 * is to decide is decided once, when it is made; what then is left to do for a rendering is to look up, escape and append.
 */
export class Filler {
  private constructor(
    private readonly places: readonly Place[],
    private readonly end: string,
  ) {}

  /** `text` is that of the template file. `undefined` where something is left out right behind a value, which has to be looked at each time. */
  static of(text: string, pieces: readonly Piece[], { escapes, copied }: Notation): Filler | undefined {
    const places: Place[] = [];
    const before = new Growing();
    for (const { source, ...piece } of pieces) {
      if (piece.kind === 'copied') before.append(text.slice(source.start, source.end));
      if (piece.kind === 'left-out') {
        if (places.length > 0 && before.text.length < LONGEST_MARK) return undefined;
        before.append(joint(piece.context, before.tail, text.slice(source.end, source.end + LONGEST_MARK)));
      }
      if (piece.kind === 'filled') {
        const { key, context } = piece.placeholder;
        const escape = escapes[context];
        before.append(escape.quote);
        places.push({ before: copied(before.take()), key, ...escape });
        before.append(escape.quote);
      }
    }
    return new Filler(places, copied(before.take()));
  }

  /** The XML, if each placeholder has a text that something is written for; else `undefined`. */
  fill(textOf: TextOf): string | undefined {
    let xml = '';
    for (const place of this.places) {
      const text = textOf(place.key);
      // Where nothing is written, what stands around it may come to make a mark of XML together: that is for the writer.
      if (text === undefined || text === '') return undefined;
      const written = writeValue(text, place);
      if (written === undefined) return undefined;
      xml += place.before;
      xml += written;
    }
    return xml + this.end;
  }
}
