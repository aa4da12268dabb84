import path from 'node:path';
import type { Command } from '../client/client';

const ROOT = path.join(__dirname, '../..');

/** A language server to measure. */
export interface Server {
  readonly name: string;
  readonly command: Omit<Command, 'folder'>;
  /** Whether the client asks for diagnostics: some servers that push them wait for half a second first. */
  readonly pulls?: true;
}

/** The server as it is built here. */
export const OURS: Server = {
  name: 'OpenStack VIF',
  command: { program: process.execPath, args: [path.join(ROOT, 'dist/server.js'), '--stdio'] },
};

/** The server that does nothing. */
export const FLOOR: Server = {
  name: 'floor',
  command: { program: process.execPath, args: [path.join(ROOT, 'bench/floor/floorServer.mjs')] },
};

/** The server under another Node.js, with something behind its name. */
export function under(node: string, server: Server, suffix: string): Server {
  return { ...server, name: server.name + suffix, command: { ...server.command, program: node } };
}
