import { baseName, type TemplateView } from '../check/view';
import { problem, type Problem } from '../problems';
import { lineSpan } from '../text/lines';
import type { DriverError } from './renderError';
import { consequenceOf, type TemplateRendering } from './templateRendering';

/** Problems that a rendering found in a file; they hold while the file's text is the same. */
export interface FoundProblems {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

function unfilledProblems({ unfilled }: TemplateRendering, driver: string): readonly Problem[] {
  return unfilled.map((each) =>
    problem(
      'render.unfilled',
      each.span,
      `Nothing filled '${each.key}' when the driver ${driver} was last run: ${consequenceOf(each)}`,
    ),
  );
}

/** All that is wrong with what a driver's values made of a template, at its places in the template file. */
export function problemsOf(rendering: TemplateRendering, driver: string): readonly Problem[] {
  return [...unfilledProblems(rendering, driver), ...rendering.problems, ...rendering.rejected];
}

/** The same for the template file: what its own text says already in the same place, libvirt need not reject once more. */
export function foundInTemplate(view: TemplateView, rendering: TemplateRendering, driver: string): FoundProblems {
  const said = new Set(view.deviceProblems.map(({ span }) => `${span.start} ${span.end}`));
  const rejected = rendering.rejected.filter(({ span }) => !said.has(`${span.start} ${span.end}`));
  return { uri: view.uri, text: view.text, problems: problemsOf({ ...rendering, rejected }, driver) };
}

/** Where a driver failed, in its source; `undefined` where that is not known. */
export function foundInDriver({ uri, failure }: DriverError, text: string | undefined): FoundProblems | undefined {
  if (text === undefined || failure.line === undefined) return undefined;
  const message = `${baseName(uri)} failed when it was last run: ${failure.message}`;
  return { uri, text, problems: [problem('driver.failed', lineSpan(text, failure.line), message)] };
}
