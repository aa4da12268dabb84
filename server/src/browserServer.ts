import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { browserPlatform } from './wire/browserPlatform';
import { serve } from './wire/languageServer';

/** The worker itself: what arrives comes from its client. */
declare const self: InstanceType<typeof MessagePort>;

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
serve(connection, browserPlatform(connection));
