import type { Problem } from '../problems';
import type { Text } from '../text/text';
import { checkDeprecatedOptions } from './checks/deprecatedOptions';
import type { Finding, WholeFile } from './checks/finding';
import { checkRemovedOptions } from './checks/removedOptions';
import { sectionMover } from './checks/sectionMover';
import { checkSections } from './checks/sections';
import { checkUnreadOptions } from './checks/unreadOptions';
import { checkValues } from './checks/values';
import { checkRepeatedOptions, checkVifOptions } from './checks/vifOptions';
import { eraOf, isHistoric, type Era } from './era';
import type { ConfContent, NovaConf } from './novaConf';
import { inEffect } from './values/inEffect';
import { wholeValue } from './values/wholeValue';

/**
 * Which checks a file gets. How much is said depends on its era (see `Era`):
 *
 * | era | options of the VIF story | values | the catalogue |
 * |---|---|---|---|
 * | `early` | misspelt, misplaced, repeated | of historic options, as warnings | – |
 * | `current` | – | of all options, as errors where no release takes them | unknown, misplaced, deprecated, removed |
 *
 * The values of a flag file are left alone: gflags read them, not oslo.config.
 */
type Rules = Era | 'flags';

/**
 * Holds what a nova.conf sets against the options that nova has, in the order of the file. `uri` and `text` are those of
 * `conf`; fixes and related places need them. A piece that was checked in an earlier version of the file is not checked again.
 */
export function checkSettings(conf: NovaConf, uri: string, text: Text): readonly Problem[] {
  const rules = conf.form === 'flags' ? 'flags' : eraOf(conf);
  const file: WholeFile = {
    counts: inEffect(conf),
    valueOf: wholeValue(conf),
    move: sectionMover({ text, conf, uri }),
  };
  const found = [...checkRepeatedOptions(conf, uri)];
  // There may be thousands of pieces, and nothing is found in most.
  for (const place of conf.pieces)
    for (const finding of findingsIn(place.piece, uri, rules)) {
      const problem = finding(place, file);
      if (problem) found.push(problem);
    }
  return found.sort((a, b) => a.span.start - b.span.start);
}

interface Kept {
  readonly uri: string;
  readonly rules: Rules;
  readonly findings: readonly Finding[];
}

const keptOf = new WeakMap<ConfContent, Kept>();

function findingsIn(piece: ConfContent, uri: string, rules: Rules): readonly Finding[] {
  const kept = keptOf.get(piece);
  // Files that are copies of each other have the same pieces; what is found in one is said of its own file.
  if (kept?.rules === rules && (kept.uri === uri || kept.findings.length === 0)) return kept.findings;
  const findings = [...checkVifOptions(piece, uri), ...checkByCatalogue(piece, uri, rules)];
  keptOf.set(piece, { uri, rules, findings });
  return findings;
}

function checkByCatalogue(piece: ConfContent, uri: string, rules: Rules): readonly Finding[] {
  if (rules === 'flags') return [];
  if (rules === 'early') return checkValues(piece, uri, { severity: 'warning', only: isHistoric });
  return [
    ...checkSections(piece, uri),
    ...checkUnreadOptions(piece, uri),
    ...checkDeprecatedOptions(piece, uri),
    ...checkRemovedOptions(piece),
    ...checkValues(piece, uri, { severity: 'error' }),
  ];
}
