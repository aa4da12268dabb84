import { readWithSax, type Event } from '../../unit/render/places';

/** What an XML parser reads of a document, text that stands together as one, and of comments only that they are there. Throws where it objects. */
export function joinedEvents(xml: string, read: (text: string) => string): readonly Event[] {
  const joined: Event[] = [];
  for (const event of readWithSax(xml)) {
    const last = joined.at(-1);
    if (event[0] === 'comment') joined.push(['comment', '']);
    else if (event[0] === 'text' && last?.[0] === 'text') joined[joined.length - 1] = ['text', last[1] + event[1]];
    else joined.push(event);
  }
  return joined.map((event) => readEvent(event, read)).filter(([kind, text]) => kind !== 'text' || text !== '');
}

function readEvent(event: Event, read: (text: string) => string): Event {
  if (event[0] === 'text') return ['text', read(event[1])];
  if (event[0] !== 'open') return event;
  const attributes = Object.entries(event[2]).map(([name, value]) => [name, read(value)]);
  return ['open', event[1], Object.fromEntries(attributes)];
}
