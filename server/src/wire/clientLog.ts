import type { MessageType } from 'vscode-languageserver';
import type { MessageConnection } from 'vscode-jsonrpc';

/** LSP's numbers of the levels of a log. */
const LEVELS = { error: 1, warn: 2, info: 3, debug: 5 } as const satisfies Record<string, MessageType>;

/** The log that a client keeps of its server. */
export type ClientLog = Readonly<Record<keyof typeof LEVELS, (message: string) => void>>;

/** Writes into the log of the client. A client that is gone reads nothing more. */
export function clientLog(connection: Pick<MessageConnection, 'sendNotification'>): ClientLog {
  const write =
    (level: keyof typeof LEVELS) =>
    (message: string): void => {
      connection.sendNotification('window/logMessage', { type: LEVELS[level], message }).catch(() => undefined);
    };
  return { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
}
