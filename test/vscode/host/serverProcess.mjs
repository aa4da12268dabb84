// The server's process, under Node 24. Its starter holds the other end of stdin: when the starter goes away, however that
// happens, the server ends with its extension hosts and language servers, which are its process group.
import { SERVER } from './paths.mjs';

const endGroup = () => process.kill(-process.pid, 'SIGKILL');
process.stdin.on('end', endGroup).on('error', endGroup).resume();

process.argv[1] = SERVER;
await import(SERVER);
