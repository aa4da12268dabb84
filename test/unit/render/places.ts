import sax from 'sax';
import { spawnSync } from 'node:child_process';

/** Every place of a template that a value can stand in. */
export const PLACES = ['double', 'single', 'unquoted', 'text', 'comment', 'cdata'] as const;

/** What an XML parser reads at each place of an element. */
export type Reading = Readonly<Record<(typeof PLACES)[number], string>>;

/**
 * What stands around the values in a document: in text, in a CDATA section and in a comment the characters beside a value
 * could come to make a mark with it. Those of a comment come in pairs, as it can neither begin with `>` nor end with `-`.
 */
export interface Surroundings {
  readonly text: readonly [before: string, after: string];
  readonly comment: readonly [before: string, after: string];
}

/** An element with one value at each of its places, the value written as `write` does. The section stands behind text, to be told from it. */
export function elementWith(write: (place: (typeof PLACES)[number]) => string, around: Surroundings): string {
  const { text, comment } = around;
  const attributes = `double="${write('double')}" single='${write('single')}' unquoted=${write('unquoted')}`;
  return (
    `<v ${attributes}><text>${text[0]}${write('text')}${text[1].replaceAll('>', '&gt;')}</text>` +
    `<!--${comment[0]}${write('comment')}${comment[1]}--><cdata><![CDATA[${text[0]}${write('cdata')}${text[1]}]]></cdata></v>`
  );
}

/** Takes away what stands around a value; fails where it does not stand there. */
function between(read: string, [before, after]: readonly [string, string]): string {
  if (read.length < before.length + after.length || !read.startsWith(before) || !read.endsWith(after))
    throw new Error(`${JSON.stringify(read)} does not stand between ${before} and ${after}`);
  return read.slice(before.length, read.length - after.length);
}

/** A parser's events, as lists: `['open', name, attributes]`, `['close', name]`, `['text' | 'comment', text]`. */
export type Event =
  | readonly ['open', string, Readonly<Record<string, string>>]
  | readonly ['close', string]
  | readonly ['text' | 'comment', string];

/** What sax reports for a document. Throws where it objects. */
export function readWithSax(xml: string): readonly Event[] {
  const events: Event[] = [];
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) =>
    void events.push([
      'open',
      name,
      Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
    ]);
  parser.onclosetag = (name) => void events.push(['close', name]);
  parser.ontext = (text) => void events.push(['text', text]);
  parser.oncdata = (text) => void events.push(['text', text]);
  parser.oncomment = (text) => void events.push(['comment', text]);
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  return events;
}

const EXPAT = `
import json, sys
from xml.parsers import expat
def read(document):
    events = []
    parser = expat.ParserCreate('UTF-8')
    parser.StartElementHandler = lambda name, attributes: events.append(['open', name, attributes])
    parser.EndElementHandler = lambda name: events.append(['close', name])
    parser.CharacterDataHandler = lambda text: events.append(['text', text])
    parser.CommentHandler = lambda text: events.append(['comment', text])
    parser.Parse(document.encode('utf-8'), True)
    return events
json.dump([read(document) for document in json.load(sys.stdin)], sys.stdout)
`;

/** What expat reports for each document. Throws where it objects to one. */
export function readAllWithExpat(documents: readonly string[]): readonly (readonly Event[])[] {
  const input = JSON.stringify(documents);
  const { status, stdout, stderr } = spawnSync('python3', ['-I', '-c', EXPAT], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`python3 failed: ${stderr}`);
  return JSON.parse(stdout) as readonly (readonly Event[])[];
}

/** Collects what was read of one element, and fails for an event that does not belong there: something broke out. */
class ElementReader {
  readonly #read = { text: '', comment: '', cdata: '' };
  #attributes: Readonly<Record<string, string>> = {};
  #inside: 'text' | 'cdata' | undefined;

  take(event: Event): void {
    const [kind, what] = event;
    if (kind === 'open' && what === 'v') this.#attributes = event[2];
    else if (kind === 'open' && (what === 'text' || what === 'cdata')) this.#inside = what;
    else if (kind === 'close' && what === this.#inside) this.#inside = undefined;
    else if (kind === 'comment') this.#read.comment += what;
    else if (kind === 'text' && this.#inside) this.#read[this.#inside] += what;
    else throw new Error(`Something broke out: ${JSON.stringify(event)}`);
  }

  finish(around: Surroundings): Reading {
    const { double = '', single = '', unquoted = '', ...others } = this.#attributes;
    if (Object.keys(others).length > 0) throw new Error(`Further attributes: ${JSON.stringify(others)}`);
    return {
      ...{ double, single, unquoted },
      text: between(this.#read.text, around.text),
      comment: between(this.#read.comment, around.comment),
      cdata: between(this.#read.cdata, around.text),
    };
  }
}

/** What was read at each place of each element of a document: `<interface>` around nothing but `<v>`. */
export function readingsOf(events: readonly Event[], around: Surroundings): readonly Reading[] {
  const readings: Reading[] = [];
  let reader = new ElementReader();
  for (const event of events.slice(1, -1)) {
    if (event[0] === 'close' && event[1] === 'v') {
      readings.push(reader.finish(around));
      reader = new ElementReader();
    } else reader.take(event);
  }
  return readings;
}
