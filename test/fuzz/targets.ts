import type { Target } from './target';
import { keptState } from './targets/keptState';
import { parsers } from './targets/parsers';
import { traffic } from './targets/traffic';

/** Everything that is fuzzed. */
export const targets: readonly Target[] = [...parsers, keptState, traffic];
