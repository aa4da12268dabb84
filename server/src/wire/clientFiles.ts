import type { Connection } from 'vscode-languageserver';
import { IGNORED_FOLDERS } from '../workspace/disk';
import { normalized } from '../workspace/files';
import type { FileSource } from '../workspace/mirrorDisk';
import {
  FIND_FILES,
  READ_DIRECTORY,
  READ_FILE,
  type FindFilesParams,
  type ReadDirectoryParams,
  type ReadFileParams,
} from './protocol';

/** The files that the client has. A client that knows nothing of these requests has none. */
export function clientFiles(connection: Connection): FileSource {
  return {
    readFile: async (uri) => {
      const params: ReadFileParams = { uri };
      return (await connection.sendRequest<string | null>(READ_FILE, params)) ?? undefined;
    },
    readDirectory: (uri) => {
      const params: ReadDirectoryParams = { uri };
      return connection.sendRequest<readonly string[]>(READ_DIRECTORY, params);
    },
    findFiles: async (folder, patterns, deep) => {
      const params: FindFilesParams = { folder, patterns, ignored: IGNORED_FOLDERS, deep };
      return (await connection.sendRequest<readonly string[]>(FIND_FILES, params)).map(normalized).sort();
    },
  };
}
