import type { Problem } from '../problems';
import { checkDeprecatedOptions } from './checks/deprecatedOptions';
import { checkRemovedOptions } from './checks/removedOptions';
import { checkSections } from './checks/sections';
import { checkUnreadOptions } from './checks/unreadOptions';
import { checkValues } from './checks/values';
import { checkVifOptions } from './checks/vifOptions';
import { eraOf, isHistoric } from './era';
import type { NovaConf } from './novaConf';

/**
 * Holds what a nova.conf sets against the options that nova has, in the order of the file. `uri` and `text` are those of
 * `conf`; fixes and related places need them.
 *
 * How much is said depends on the era of the file (see `Era`):
 *
 * | era | options of the VIF story | values | the catalogue |
 * |---|---|---|---|
 * | `early` | misspelt, misplaced, repeated | of historic options, as warnings | – |
 * | `current` | – | of all options, as errors where no release takes them | unknown, misplaced, deprecated, removed |
 *
 * The values of a flag file are left alone: gflags read them, not oslo.config.
 */
export function checkSettings(conf: NovaConf, uri: string, text: string): readonly Problem[] {
  const problems = [...checkVifOptions(conf, uri), ...checkByCatalogue(conf, uri, text)];
  return problems.sort((a, b) => a.span.start - b.span.start);
}

function checkByCatalogue(conf: NovaConf, uri: string, text: string): readonly Problem[] {
  if (conf.form === 'flags') return [];
  if (eraOf(conf) === 'early') return checkValues(conf, uri, { severity: 'warning', only: isHistoric });
  return [
    ...checkSections(conf, uri),
    ...checkUnreadOptions(conf, uri, text),
    ...checkDeprecatedOptions(conf, uri),
    ...checkRemovedOptions(conf),
    ...checkValues(conf, uri, { severity: 'error' }),
  ];
}
