import type { Target } from './target';
import { cheetahRenderer } from './targets/cheetahRenderer';
import { keptState } from './targets/keptState';
import { parsers } from './targets/parsers';
import { plainRenderer } from './targets/plainRenderer';
import { traffic } from './targets/traffic';

/** Everything that is fuzzed. */
export const targets: readonly Target[] = [...parsers, plainRenderer, cheetahRenderer, keptState, traffic];
