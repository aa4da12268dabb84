import { guesses, problem } from '../../problems';
import type { Span } from '../../text/span';
import { optionsIn } from '../catalogue';
import { novaName } from '../catalogue/novaFacts';
import { isSectionOfOtherRelease } from '../catalogue/otherReleases';
import { sectionsLike } from '../catalogue/slips';
import type { ConfContent, Section } from '../novaConf';
import { certainly, type Finding } from './finding';
import { renameTo } from './renamings';

/**
 * Finds sections that seem to mean one of Nova's by another name. Any other unknown section is left alone: drivers and
 * middleware bring their own, and Nova itself makes some up, such as `[mdev_nvidia-35]` and `[neutron_physnet_blue]`.
 */
export function checkSections({ sections }: ConfContent, uri: string): readonly Finding[] {
  return sections.flatMap((section) => checkSection(section, uri) ?? []);
}

function checkSection(section: Section, uri: string): Finding | undefined {
  if (optionsIn(section.name).length > 0 || isSectionOfOtherRelease(section.name)) return undefined;
  const [nearest] = sectionsLike(section.name);
  if (nearest === undefined) return undefined;
  const message = `${novaName()} reads no section [${section.name}]. Did you mean [${nearest}]?`;
  const fixes = guesses({ uri, span: nameSpanOf(section) }, [nearest], renameTo);
  return certainly(problem('nova-conf.section-unknown', section.span, message, { fixes }));
}

function nameSpanOf({ name, span }: Section): Span {
  return { start: span.start + 1, end: span.start + 1 + name.length };
}
