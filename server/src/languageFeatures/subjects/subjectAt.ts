import type { Template, TemplateFile } from '../../template/templateFile';
import { driversIn, type KnownDriver } from './knownDrivers';
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

function subjectInTemplate(file: TemplateFile, uri: string, offset: number): Subject | undefined {
  const placeholder = itemAt(file.placeholders, offset, ({ span }) => span);
  if (placeholder) {
    const { key, keySpan, optional } = placeholder;
    const template = file.templates.find(({ placeholders }) => placeholders.includes(placeholder));
    return {
      kind: 'placeholder',
      span: keySpan,
      key,
      ...(optional && { optional }),
      uri,
      template: template ?? outsideOf(file),
    };
  }
  const template = itemAt(file.templates, offset, vifTypePlace);
  const span = template && vifTypePlace(template);
  return template?.vifType && span ? { kind: 'vif-type', span, vifType: template.vifType, uri } : undefined;
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
