import { findNovaOption } from './catalogue';
import { misplacedOption, misspeltOption } from './misspelling';
import type { NovaConf, OptionSetting } from './novaConf';
import { normalizedGroup, vifOptionOf } from './options';
import { perPiece } from './pieces/perPiece';

/**
 * Which Nova a file was written for, as far as the file itself tells:
 *
 * - `early`: one that the catalogue does not describe, for options had other sections, types and choices. A flag file is such a
 *   one, and a file that sets an option of the VIF story, be it misspelt; and, in doubt, one that sets another option that only
 *   earlier releases have.
 * - `current`: nothing speaks against the Nova of the catalogue. Every Nova since Ocata wants a section `[placement]`, so a
 *   file that has one, and nothing of the VIF story, is current, whatever else it left behind.
 */
export type Era = 'early' | 'current';

/** What a piece of a file tells of its era. */
const signsIn = perPiece(({ sections, settings }) => ({
  isOfVifStory: settings.some(isOfVifStory),
  hasPlacement: sections.some(({ name }) => normalizedGroup(name) === 'placement'),
  isHistoric: settings.some(isHistoric),
}));

/** Tells the era of a file. */
export function eraOf(conf: NovaConf): Era {
  if (conf.form === 'flags') return 'early';
  const signs = conf.pieces.map(({ piece }) => signsIn(piece));
  if (signs.some(({ isOfVifStory }) => isOfVifStory)) return 'early';
  if (signs.some(({ hasPlacement }) => hasPlacement)) return 'current';
  return signs.some(({ isHistoric }) => isHistoric) ? 'early' : 'current';
}

/** Whether only earlier releases of Nova have the option. */
export function isHistoric({ group, name }: OptionSetting): boolean {
  return findNovaOption(group, name)?.removed !== undefined;
}

function isOfVifStory(setting: OptionSetting): boolean {
  return [vifOptionOf, misspeltOption, misplacedOption].some((find) => find(setting) !== undefined);
}
