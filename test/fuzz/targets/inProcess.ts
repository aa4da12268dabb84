import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Connection,
} from 'vscode-languageserver/node';
import { serve } from '../../../server/src/wire/languageServer';
import { nodePlatform } from '../../../server/src/wire/nodePlatform';
import type { Platform } from '../../../server/src/wire/platform';
import type { Server } from './trafficClient';

/** The server in this process, at the other end of two streams: thousands of them start in a minute. `platformOf` gives what it runs on. */
export function connectInProcess(platformOf: (connection: Connection) => Platform = nodePlatform): Server {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(connection, platformOf(connection));
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  return {
    client,
    dispose: () => {
      client.dispose();
      connection.dispose();
      toServer.destroy();
      toClient.destroy();
    },
  };
}
