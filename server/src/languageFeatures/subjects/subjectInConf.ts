import type { NovaConfView } from '../../check/view';
import type { OptionSetting } from '../../novaConf/novaConf';
import { contentAround } from '../../novaConf/places';
import { optionNameOf, referencesIn, referredOption } from '../../novaConf/references';
import { hasValue, valuesOf } from './confValues';
import { driverSettings } from './knownDrivers';
import { itemAt, type Subject } from './subject';
import type { WorkspaceView } from '../workspaceView';

/** What stands at a place of a nova.conf: a section, an option, a reference to one, a VIF type or a driver name. */
export function subjectInConf(view: WorkspaceView, conf: NovaConfView, offset: number): Subject | undefined {
  const { sections, settings } = contentAround(conf.conf, offset);
  const setting = itemAt(settings, offset, ({ nameSpan }) => nameSpan);
  if (setting) return optionAt(conf, setting);
  const section = itemAt(sections, offset, ({ span }) => span);
  if (section) return { kind: 'section', span: section.span, conf, group: section.name };
  const valued = itemAt(settings, offset, (found) => (hasValue(found) ? found.valueSpan : undefined));
  return valued && (referenceAt(conf, valued, offset) ?? valueAt(view, conf, valued));
}

function optionAt(conf: NovaConfView, setting: OptionSetting): Subject {
  const { group, nameSpan: span } = setting;
  return { kind: 'option', span, conf, name: optionNameOf(setting), group, isReference: false };
}

function referenceAt(conf: NovaConfView, setting: OptionSetting, offset: number): Subject | undefined {
  const reference = itemAt(referencesIn(conf.text, setting), offset, ({ span }) => span);
  if (!reference) return undefined;
  const name = referredOption(reference.name, setting.group, conf.conf);
  return { kind: 'option', span: reference.nameSpan, conf, name, group: setting.group, isReference: true };
}

/** The value as a whole, with what its references stand for. */
function valueAt(view: WorkspaceView, conf: NovaConfView, setting: OptionSetting): Subject | undefined {
  const { uri } = conf;
  const span = setting.valueSpan;
  const selected = valuesOf(conf, 'vifType').find((found) => found.setting === setting);
  if (selected) return { kind: 'vif-type', span, vifType: selected.value, uri };
  const named = driverSettings(view, conf).find((found) => found.setting === setting);
  if (!named) return undefined;
  const { value: name, lookup } = named;
  return { kind: 'driver', span, name, uri, ...(lookup.kind === 'found' && { driver: lookup }) };
}
