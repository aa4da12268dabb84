import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-jsonrpc/browser';
import { browserPlatform } from './wire/browserPlatform';
import { connect } from './wire/connection';
import { serve } from './wire/languageServer';

/** The worker itself: what arrives comes from its client. */
declare const self: InstanceType<typeof MessagePort>;

const connection = connect(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve(connection, browserPlatform(connection));
