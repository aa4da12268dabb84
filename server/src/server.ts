import { connect } from './wire/connection';
import { serve } from './wire/languageServer';
import { nodeChannel } from './wire/nodeChannel';
import { nodeLifetime } from './wire/nodeLifetime';
import { nodePlatform } from './wire/nodePlatform';

const connection = connect(...nodeChannel(process.argv.slice(2)));
serve(connection, nodePlatform(connection), nodeLifetime);

// Ends as with a client that is gone, so that what a driver has started ends with it.
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.once(event, () => process.exit(1));
