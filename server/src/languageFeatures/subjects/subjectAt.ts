import type { TemplateView } from '../../check/view';
import type { Placeholder, Template, TemplateFile } from '../../template/templateFile';
import type { Span } from '../../text/span';
import { driversIn, type KnownDriver } from './knownDrivers';
import type { CheetahTemplateFile } from '../../cheetahTemplate/cheetahTemplateFile';
import { itemAt, vifTypePlace, type Subject } from './subject';
import { subjectInConf } from './subjectInConf';
import type { WorkspaceView } from '../workspaceView';

/** What stands at a place of a nova.conf, a template file or a driver; `undefined` for all that names nothing of ours. */
export function subjectAt(view: WorkspaceView, uri: string, offset: number): Subject | undefined {
  const conf = view.conf(uri);
  if (conf) return subjectInConf(view, conf, offset);
  const file = view.template(uri)?.file;
  return file ? subjectInTemplate(file, uri, offset) : subjectInDriver(view, uri, offset);
}

function subjectInTemplate(file: TemplateView['file'], uri: string, offset: number): Subject | undefined {
  const name = file.dialect === 'cheetah' ? nameAt(file, uri, offset) : undefined;
  if (name) return name;
  const around = file.dialect === 'plain' ? file.around(offset) : file;
  const placeholder = itemAt(around.placeholders, offset, placeOf);
  if (placeholder) {
    const { key, keySpan, optional } = placeholder;
    const templates = around.templates.filter(({ placeholders }) => placeholders.includes(placeholder));
    return {
      kind: 'placeholder',
      span: keySpan,
      key,
      ...(optional && { optional }),
      uri,
      templates: templates.length > 0 ? templates : [outsideOf(file)],
    };
  }
  const named = file.dialect === 'cheetah' && itemAt(file.vifTypeMentions, offset, ({ span }) => span);
  if (named) return { kind: 'vif-type', span: named.span, vifType: named.vifType, uri };
  const template = itemAt(around.templates, offset, vifTypePlace);
  const span = template && vifTypePlace(template);
  return template?.vifType && span ? { kind: 'vif-type', span, vifType: template.vifType, uri } : undefined;
}

/** The name that holds the character behind the cursor. */
function nameAt(file: CheetahTemplateFile, uri: string, offset: number): Subject | undefined {
  const found = file.names.find(({ span }) => span.start <= offset && offset < span.end);
  return found && { kind: 'name', span: found.span, name: found.name, file, uri };
}

/** Where a placeholder is meant: all of it, but in a directive, which may ask for many things, the key alone. */
function placeOf({ context, span, keySpan }: Placeholder): Span {
  return context === 'directive' ? keySpan : span;
}

/** What stands outside of every template of a broken file, as if it were one of no VIF type. */
function outsideOf({ templates, placeholders }: TemplateFile): Template {
  const inside = new Set(templates.flatMap((template) => template.placeholders));
  const outside = placeholders.filter((placeholder) => !inside.has(placeholder));
  return { span: { start: 0, end: outside.at(-1)?.span.end ?? 0 }, placeholders: outside, tags: [] };
}

function subjectInDriver(view: WorkspaceView, uri: string, offset: number): Subject | undefined {
  const drivers = driversIn(view, uri);
  const found = itemAt(drivers, offset, (driver) =>
    driver.view.uri === uri ? driver.declaration.classSpan : undefined,
  );
  if (found) return { kind: 'driver', span: found.declaration.classSpan, driver: found, uri };
  return outputKeyAt(drivers, uri, offset);
}

function outputKeyAt(drivers: readonly KnownDriver[], uri: string, offset: number): Subject | undefined {
  const places = drivers.flatMap((driver) =>
    driver.declaration.keys.flatMap(({ key, places }) =>
      places.filter((place) => place.uri === uri).map(({ span }) => ({ driver, key, span })),
    ),
  );
  const at = itemAt(places, offset, ({ span }) => span);
  if (!at) return undefined;
  const others = places.filter(({ key, span }) => key === at.key && span.start === at.span.start);
  return { kind: 'output-key', span: at.span, key: at.key, drivers: others.map(({ driver }) => driver) };
}
