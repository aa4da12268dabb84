import type { Connection } from 'vscode-languageserver';
import { MirrorDisk } from '../workspace/mirrorDisk';
import { clientFiles } from './clientFiles';
import type { Platform } from './platform';

/** A browser: the client has the files, and no driver can be run. */
export function browserPlatform(connection: Connection): Platform {
  return {
    disk: new MirrorDisk(clientFiles(connection)),
    nextTurn: (run) => setTimeout(run, 0),
    problemLinks: () => new Map(),
  };
}
