import {
  createMessageConnection,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc';
import { clientLog } from './clientLog';

/** What the server hears from its client and says to it, by the names that LSP has for each request and notification. */
export type Connection = MessageConnection;

/** A connection over the two ends of a channel. What goes wrong in it stands in the client's log. */
export function connect(reader: MessageReader, writer: MessageWriter): Connection {
  const connection = createMessageConnection(reader, writer, {
    error: (text) => {
      log.error(text);
    },
    warn: (text) => {
      log.warn(text);
    },
    info: (text) => {
      log.info(text);
    },
    log: (text) => {
      log.debug(text);
    },
  });
  const log = clientLog(connection);
  return connection;
}
