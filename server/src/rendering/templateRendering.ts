import type { Question } from '../judges/judge';
import type { Problem } from '../problems';
import type { Trace } from '../render/trace';
import type { Span } from '../text/span';
import type { DriverResult } from './driverResult';
import type { NicResult } from './driverRuns';

/** A placeholder that nothing filled; it stands in the output as it is written. */
export interface Unfilled {
  readonly key: string;
  /** In the template file. */
  readonly span: Span;
  /** Whether Cheetah, which nova fills the file with, would fail there. */
  readonly stopsCheetah: boolean;
}

/** How a message goes on behind what nothing filled. */
export function consequenceOf({ stopsCheetah }: Unfilled): string {
  const stop = stopsCheetah ? ', where Cheetah itself stops with NotFound' : '';
  return `it stays as it is written${stop}.`;
}

/** A part of what was rendered that libvirt's own judges can be asked of. */
export interface Judged {
  readonly question: Question;
  /** Where its name stands in the template file. */
  readonly source: Span;
}

/** What rendering a template of either dialect gives. */
export interface TemplateRendering {
  /** The interface XML without a line end behind it, or what the Cheetah file gives, to the last byte. */
  readonly xml: string;
  /** Each placeholder once. */
  readonly unfilled: readonly Unfilled[];
  /** What is wrong with the values that were filled in, in the template file. */
  readonly problems: readonly Problem[];
  /** What our model of libvirt rejects of the XML, in the template. */
  readonly rejected: readonly Problem[];
  /** What libvirt's own judges can be asked of. */
  readonly judged: readonly Judged[];
  /** Where each piece of the XML comes from, in its order; without those that are not known. */
  readonly traces: readonly Trace[];
  /** What the keys of the template stood for. */
  readonly values: ReadonlyMap<string, string>;
}

/** A template of either dialect, made ready to be rendered any number of times. */
export interface PreparedTemplate {
  /** What is rendered alone of what a driver returned, as a string of JSON, where nothing is to be told of it but what libvirt may say; `undefined` means that `render` may have more to say. */
  fillJson(nics: readonly NicResult[]): string | undefined;
  /** Throws a RenderError where nothing can be rendered. */
  render(result: DriverResult): TemplateRendering;
}
