import type { RenderingLog } from '../rendering/renderingLog';
import type { ClientLog } from './clientLog';

/** Writes to the client's log, on the level that each text is of. Texts that hold nothing are left out. */
export function renderingLog(log: ClientLog): RenderingLog {
  const write = (level: keyof RenderingLog) => (text: string) => {
    if (text.trim() !== '') log[level](text.trimEnd());
  };
  return { info: write('info'), error: write('error'), debug: write('debug') };
}
