import { guesses, problem, type Problem } from '../../problems';
import type { Span } from '../../text/span';
import { optionGroups, optionsIn } from '../catalogue';
import { novaName } from '../catalogue/novaFacts';
import { isSectionOfOtherRelease } from '../catalogue/otherReleases';
import type { NovaConf, Section } from '../novaConf';
import { slipFinder } from '../../slips';
import { renameTo } from './renamings';

/**
 * Finds sections that seem to mean one of Nova's by another name. Any other unknown section is left alone: drivers and
 * middleware bring their own, and Nova itself makes some up, such as `[mdev_nvidia-35]` and `[neutron_physnet_blue]`.
 */
export function checkSections(conf: NovaConf, uri: string): readonly Problem[] {
  const find = slipFinder(optionGroups());
  return conf.sections.flatMap((section) => checkSection(section, find(section.name)[0], uri) ?? []);
}

function checkSection(section: Section, nearest: string | undefined, uri: string): Problem | undefined {
  if (nearest === undefined || optionsIn(section.name).length > 0) return undefined;
  if (isSectionOfOtherRelease(section.name)) return undefined;
  const message = `${novaName} reads no section [${section.name}]. Did you mean [${nearest}]?`;
  const fixes = guesses({ uri, span: nameSpanOf(section) }, [nearest], renameTo);
  return problem('nova-conf.section-unknown', section.span, message, { fixes });
}

function nameSpanOf({ name, span }: Section): Span {
  return { start: span.start + 1, end: span.start + 1 + name.length };
}
