import sax from 'sax';
import { EventLog } from './interfaceModel';

/** What sax reports for a document; it must not object to anything. */
export function eventsOf(xml: string): readonly string[] {
  const log = new EventLog();
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    log.open(name, Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])));
  };
  parser.onclosetag = (name) => {
    log.close(name);
  };
  parser.ontext = (text) => {
    log.text(text);
  };
  parser.oncdata = (text) => {
    log.text(text);
  };
  parser.oncomment = (text) => {
    log.comment(text);
  };
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  return log.events;
}
