import type { RequestNames } from '../check/checkCheetah';
import type { DriverLookup, DriverView, NovaConfView, TemplateView } from '../check/view';
import type { DocumentOf } from './convert';

/** What the features are handed: the files, read, and how they hang together. Every file is named by its normalized URI. */
export interface WorkspaceView {
  /** The document of a file, for positions. */
  readonly documentOf: DocumentOf;
  /** A template file of any dialect; `undefined` for what is none. */
  template(uri: string): TemplateView | undefined;
  /** A nova.conf; `undefined` for what is none. */
  conf(uri: string): NovaConfView | undefined;
  /** The module of a driver, or what may be one; `undefined` for a file of another kind. */
  driver(uri: string): DriverView | undefined;
  /** Every nova.conf that may govern a template. */
  confs(): readonly NovaConfView[];
  /** Every template file. */
  templates(): readonly TemplateView[];
  /** The nova.confs that govern a template file, the one that counts most first. */
  confsOf(template: string): readonly NovaConfView[];
  /** Finds a driver by name, as a file at `uri` would select it. */
  lookUpDriver(name: string, uri: string): DriverLookup;
  /** The names of the drivers that a nova.conf at `uri` could select: dotted ones of the classes in its search path with a method of a driver, bare ones of those that ship. */
  driverNames(uri: string): readonly string[];
  /** The keys that nova-compute fills in the templates of a file's folder. */
  computeKeys(uri: string): ReadonlySet<string>;
  /** The request that a template is rendered with; `undefined` for the one that ships. */
  requestFile(uri: string): string | undefined;
  /** The names that the request gives a Cheetah file; `undefined` where it gives none. */
  requestNames(uri: string): RequestNames | undefined;
  /** What the keys of a template stood for in its last rendering; `undefined` where there was none. */
  lastValues(template: string, vifType: string): ReadonlyMap<string, string> | undefined;
}
