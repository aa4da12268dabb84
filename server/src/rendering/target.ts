import {
  aboutLink,
  baseName,
  findTemplate,
  type DriverLookup,
  type NovaConfView,
  type TemplateView,
} from '../check/view';
import { requestedVifType } from '../request/vifRequest';
import type { DriverName } from '../driver/shippedDrivers';
import { readDriverName } from '../workspace/driverLookup';
import type { Workspace } from '../workspace/workspace';
import { RenderError } from './renderError';
import type { RequestFinder, RequestSource } from './requests';

/** What a user asks to have rendered. What is left out comes from the nova.conf that governs the template, and a VIF type that this leaves open, from the request. */
export interface RenderTarget {
  /** A template file, or the nova.conf that selects one. */
  readonly uri: string;
  readonly vifType?: string;
  /** The driver's dotted name, or the bare one of a driver that ships. */
  readonly driver?: string;
  /** The URI of another request than the nearest. */
  readonly request?: string;
  /** Of a Cheetah file; all of it where this is left out. */
  readonly part?: Part;
}

/** What is rendered of a Cheetah file: all of it, or what the branch of the VIF type gives, for all interfaces together. */
export type Part = 'file' | 'branch';

/** The driver of a target, found. */
export interface TargetDriver extends DriverName {
  readonly name: string;
  readonly lookup: Extract<DriverLookup, { kind: 'found' }>;
  /** The folders that it was looked up in, and that it imports from. */
  readonly searchFolders: readonly string[];
}

/** A target whose every part is known. */
export interface ResolvedTarget {
  readonly view: TemplateView;
  /** Empty where it is open, for a Cheetah file that is the same for all. */
  readonly vifType: string;
  readonly driver: TargetDriver;
  readonly request: RequestSource;
  readonly part: Part;
}

/** The governing nova.conf that fits a target best: one that selects its VIF type, else the first. */
function governing(workspace: Workspace, view: TemplateView, { vifType }: RenderTarget): NovaConfView | undefined {
  const confs = workspace.confsOf(view.uri);
  const selects = (conf: NovaConfView): boolean => {
    const selected = conf.selection.vifType?.value;
    return (
      selected !== undefined &&
      (vifType === undefined ? findTemplate(view, selected) !== undefined : selected === vifType)
    );
  };
  return confs.find(selects) ?? confs[0];
}

/** The VIF type: the one that was asked for, else that of nova.conf, else that of the request. */
function chooseVifType(
  view: TemplateView,
  target: RenderTarget,
  conf: NovaConfView | undefined,
  request: RequestSource,
): string {
  const selected = target.vifType ?? conf?.selection.vifType?.value;
  if (selected !== undefined) return selected;
  const vifType = openVifType(view, requestedVifType(request.read()));
  if (vifType !== undefined) return vifType;
  throw new RenderError(
    `The VIF type for ${baseName(view.uri)} is open. ${nameVifType(`"type" in the "network" of ${request.name}`)}`,
  );
}

/**
 * The VIF type that nova.conf leaves open, where it can be told. A plain file of a single template needs none; there another
 * type in the request is taken to mean something else. A Cheetah file may be the same for all.
 */
function openVifType(view: TemplateView, requested: string | undefined): string | undefined {
  const { file } = view;
  if (file.dialect === 'cheetah') return requested ?? (file.vifTypeMentions.length === 0 ? '' : undefined);
  const [only, another] = file.templates;
  const alone = another === undefined ? only?.vifType : undefined;
  return requested !== undefined && findTemplate(view, requested) ? requested : (alone ?? requested);
}

/** The three places that a VIF type comes from; `inRequest` is the last. */
function nameVifType(inRequest: string): string {
  return `Ask for one (--vif-type), set libvirt_vif_type in nova.conf, or ${inRequest}.`;
}

const HOW_TO_FIND: Readonly<Record<Exclude<DriverLookup['kind'], 'found'>, string>> = {
  'not-dotted': 'is no dotted import path',
  'no-module': 'is not found: its module is in none of the folders searched',
  'no-class': 'is not found: its module has no such class',
};

const ADVICE: typeof HOW_TO_FIND = {
  'not-dotted': 'Write package.module.Class.',
  'no-module': 'Correct the name, or add the folder of the module to the driver paths.',
  'no-class': 'Correct the name, or add the class.',
};

function findDriver(workspace: Workspace, name: string, uri: string): TargetDriver {
  const lookup = workspace.lookUpDriver(name, uri);
  const parsed = readDriverName(name);
  if (lookup.kind === 'found' && parsed)
    return { name, ...parsed, lookup, searchFolders: workspace.views.searchFolders(uri) };
  const searched = lookup.kind === 'no-module' ? ` (${lookup.searched.join(', ')})` : '';
  const link = lookup.kind === 'no-module' ? aboutLink(lookup) : '';
  const kind = lookup.kind === 'found' ? 'not-dotted' : lookup.kind;
  throw new RenderError(`The driver ${name} ${HOW_TO_FIND[kind]}${searched}.${link} ${ADVICE[kind]}`);
}

/** The template file of a target: itself, or the one that a nova.conf selects. */
function findView(workspace: Workspace, requests: RequestFinder, target: RenderTarget): TemplateView {
  const { uri } = target;
  const view = workspace.template(uri);
  if (view) return view;
  const conf = workspace.kind(uri) === 'nova-conf' ? workspace.conf(uri) : undefined;
  if (!conf)
    throw new RenderError(
      `${baseName(uri)} is no template file, or cannot be read. Name a *.vif.xml, a libvirt.xml.template or a nova.conf.`,
    );
  return selectView(conf, requests, target);
}

/** The first template file that a nova.conf governs and that has a template for the VIF type. */
function selectView(conf: NovaConfView, requests: RequestFinder, target: RenderTarget): TemplateView {
  const wanted = target.vifType ?? conf.selection.vifType?.value;
  const typeFor = ({ uri }: TemplateView): string | undefined =>
    wanted ?? requestedVifType(requests.of(uri, conf.uri, target.request).read());
  const selected =
    conf.templates.find((template) => findTemplate(template, typeFor(template) ?? '')) ??
    conf.templates.find(({ file }) => file.dialect === 'cheetah');
  if (selected) return selected;
  const name = baseName(conf.uri);
  throw new RenderError(
    wanted === undefined
      ? `${name} selects no VIF type, and no template file that it governs has a template for that of its request. ${nameVifType('"type" in the "network" of the request')}`
      : `No template file that ${name} governs has a template for the VIF type '${wanted}'. Add one, or select another VIF type.`,
  );
}

/** Finds out what a target stands for. Throws a RenderError where a part is not set or not there. */
export function resolveTarget(workspace: Workspace, requests: RequestFinder, target: RenderTarget): ResolvedTarget {
  const view = findView(workspace, requests, target);
  const conf = governing(workspace, view, target);
  const request = requests.of(view.uri, conf?.uri, target.request);
  const vifType = chooseVifType(view, target, conf, request);
  const name = target.driver ?? conf?.selection.driver?.value;
  if (name === undefined) {
    throw new RenderError(
      `No nova.conf selects a driver for ${baseName(view.uri)}. Set libvirt_vif_driver in nova.conf.`,
    );
  }
  const driver = findDriver(workspace, name, conf?.uri ?? view.uri);
  const part = view.file.dialect === 'cheetah' ? (target.part ?? 'file') : 'file';
  return { view, vifType, driver, request, part };
}
