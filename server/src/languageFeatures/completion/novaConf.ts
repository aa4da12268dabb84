import type { NovaConfView } from '../../check/view';
import type { WorkspaceView } from '../workspaceView';
import { confPlace } from './confPlace';
import type { Offer } from './offer';
import { offersOfNames, offersOfSections } from './optionNames';
import { offersOfValues } from './optionValues';
import { offersOfReferences, referenceSlot } from './references';

/** What may be written at a place of a nova.conf: a section, an option's name or its value. */
export function offersInNovaConf(view: WorkspaceView, conf: NovaConfView, offset: number): readonly Offer[] {
  const place = confPlace(conf.text, conf.conf, offset);
  if (!place) return [];
  if (place.kind === 'section') return offersOfSections(conf, place.slot);
  if (place.kind === 'name') return offersOfNames(conf, place.group, place.line, place.slot);
  const reference = referenceSlot(conf.text, place, offset);
  return reference ? offersOfReferences(conf, place, reference) : offersOfValues(view, conf, place, offset);
}
