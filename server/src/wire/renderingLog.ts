import type { RemoteConsole } from 'vscode-languageserver';
import type { RenderingLog } from '../rendering/renderingLog';

/** Writes to the client's log, on the level that each text is of. Texts that hold nothing are left out. */
export function renderingLog(console: Pick<RemoteConsole, keyof RenderingLog>): RenderingLog {
  const write = (level: keyof RenderingLog) => (text: string) => {
    if (text.trim() !== '') console[level](text.trimEnd());
  };
  return { info: write('info'), error: write('error'), debug: write('debug') };
}
