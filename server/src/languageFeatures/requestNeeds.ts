import { pairingsOf, provisionOf, type Pairing } from '../check/pairing';
import { findTemplate, type NovaConfView, type TemplateView } from '../check/view';
import { isShippedName } from '../driver/shippedDrivers';
import type { RequestNeeds } from '../request/newRequest';
import type { Template } from '../template/templateFile';
import type { WorkspaceView } from './workspaceView';

/** The keys that may come out of the request: those which the driver does not certainly provide, and which it could be handed. */
function keysOf(view: WorkspaceView, file: TemplateView, template: Template, pairing: Pairing | undefined): string[] {
  const computeKeys = view.computeKeys(file.uri);
  const asked = template.placeholders.filter(({ context }) => context !== 'comment').map(({ key }) => key);
  return [...new Set(asked)].filter((key) => {
    const provision = pairing ? provisionOf(key, pairing, computeKeys) : 'unknown';
    return provision !== 'driver' && provision !== 'missing';
  });
}

/** The names that a Cheetah file looks up beside the `nics`. */
function namesOf({ file }: TemplateView): Pick<RequestNeeds, 'names'> {
  if (file.dialect === 'plain') return {};
  const names = file.names.filter(({ role }) => role === 'searched').map(({ name }) => name);
  return { names: [...new Set(names)] };
}

/** The file that is meant, and its nova.conf: a template file has the one that counts most, a nova.conf the first file with a template for its VIF type. */
function meant(
  view: WorkspaceView,
  uri: string,
  wanted: string | undefined,
): readonly [TemplateView | undefined, NovaConfView | undefined] {
  const template = view.template(uri);
  const conf = template ? view.confsOf(uri)[0] : view.conf(uri);
  const vifType = wanted ?? conf?.selection.vifType?.value ?? '';
  return [template ?? conf?.templates.find((each) => findTemplate(each, vifType)), conf];
}

/**
 * What a request has to hold for a template to be rendered; `undefined` for a file that is no template file and selects none.
 * @param uri a template file, or the nova.conf that selects one
 * @param wanted another VIF type than nova.conf selects
 */
export function requestNeeds(view: WorkspaceView, uri: string, wanted?: string): RequestNeeds | undefined {
  const [file, conf] = meant(view, uri, wanted);
  if (!file) return undefined;
  const vifType = wanted ?? conf?.selection.vifType?.value ?? file.file.templates[0]?.vifType;
  const template = vifType === undefined ? file.file.templates[0] : findTemplate(file, vifType);
  const pairing = pairingsOf(file, conf ? [conf] : []).find((each) => each.template === template);
  const driver = conf?.selection.driver?.value;
  return {
    ...(vifType !== undefined && { vifType }),
    ...(driver !== undefined && isShippedName(driver) && { shippedDriver: driver.replace(/^.*\./s, '') }),
    keys: template ? keysOf(view, file, template, pairing) : [],
    ...namesOf(file),
  };
}
