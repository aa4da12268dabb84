import { renderCheetah } from '../cheetah/render';
import type { RefusedCheetah, RenderedCheetah } from '../cheetah/rendering';
import type { CheetahTemplateFile } from '../cheetahTemplate/cheetahTemplateFile';
import { baseName, findTemplate, type TemplateView } from '../check/view';
import { checkCheetahOutput, type CheckedOutput, type OutputPart } from '../check/libvirt/checkCheetahOutput';
import { checkOutput } from '../render/cheetahOutput';
import { lineAt } from '../text/lines';
import type { Span } from '../text/span';
import { cheetahTraces, tracesWithin } from './cheetahTraces';
import type { DriverResult } from './driverResult';
import { RenderError } from './renderError';
import type { RequestSource } from './requests';
import { searchList, shownValues } from './searchList';
import type { ResolvedTarget } from './target';
import type { Judged, TemplateRendering, Unfilled } from './templateRendering';

/** Renders a Cheetah file with what its driver returned. Throws a RenderError where Cheetah would fail, and where there is no such part. */
export function renderCheetahFile(
  { view, vifType, part, request }: ResolvedTarget,
  file: CheetahTemplateFile,
  result: DriverResult,
  computeKeys: readonly string[],
): TemplateRendering {
  const { nics, template } = result;
  const outcome = renderCheetah(file.cheetah, view.text, searchList(template, vifType, nics, computeKeys));
  if (outcome.kind === 'refused') throw refusalOf(view, outcome, request);
  const { rendering } = outcome;
  const branch = part === 'branch' ? branchOf(view, vifType) : undefined;
  const within = ({ span }: { readonly span: Span }): boolean => branch === undefined || isWithin(span, branch);
  const all = { start: 0, end: rendering.output.length };
  const problems = checkOutput(view.text, rendering);
  const checked = problems.length === 0 ? checkCheetahOutput(rendering) : undefined;
  const stretches = branch ? takenOf(rendering, branch) : [all];
  return {
    xml: stretches.map(({ start, end }) => rendering.output.slice(start, end)).join(''),
    unfilled: unfilledOf(rendering, view.text).filter(within),
    problems: problems.filter(within),
    rejected: checked?.rejected.filter(within) ?? [],
    judged: checked ? judgedOf(checked, rendering, stretches) : [],
    traces: tracesWithin(cheetahTraces(file, rendering, result), stretches),
    values: shownValues(nics, computeKeys),
  };
}

/** What libvirt can be asked of in some stretches of the output: in the whole, of the domain too. */
function judgedOf(
  { domain, devices }: CheckedOutput,
  { output }: RenderedCheetah,
  stretches: readonly Span[],
): readonly Judged[] {
  const isTaken = (part: OutputPart): boolean => stretches.some((stretch) => isWithin(part.output, stretch));
  const asksDomain = domain !== undefined && isTaken(domain);
  const kind = asksDomain ? 'device-of-domain' : 'device';
  return [
    ...(asksDomain ? [{ question: { kind: 'domain', xml: output } as const, source: domain.source }] : []),
    ...devices.filter(isTaken).map(({ output: { start, end }, source }) => ({
      question: { kind, xml: output.slice(start, end) } as const,
      source,
    })),
  ];
}

/** The values of names that stand alone come out of the request: there is the place for one that is missing. */
function refusalOf({ uri, text }: TemplateView, refused: RefusedCheetah, request: RequestSource): RenderError {
  const { message, span, missing } = refused;
  const isName = missing !== undefined && text.slice(span.start, span.end) === `$${missing}`;
  const advice = isName ? ` The values of such names stand in "template" of ${request.name}.` : '';
  return new RenderError(`${baseName(uri)}, line ${lineAt(text, span.start) + 1}: ${message}${advice}`);
}

function isWithin({ start, end }: Span, outer: Span): boolean {
  return outer.start <= start && end <= outer.end;
}

/** The branch that a VIF type takes; undefined where the interface stands in none, so that the whole file is for it. */
function branchOf(view: TemplateView, vifType: string): Span | undefined {
  const template = findTemplate(view, vifType);
  if (!template)
    throw new RenderError(
      `${baseName(view.uri)} has no branch for the VIF type '${vifType}'. Add one, or select another VIF type.`,
    );
  const isWhole = template.span.start === 0 && template.span.end === view.text.length;
  return isWhole ? undefined : template.span;
}

/** Where in the output a branch stands, each time that it was taken. */
function takenOf({ branches }: RenderedCheetah, span: Span): readonly Span[] {
  return branches.filter(({ branch }) => branch.span.start === span.start).map(({ output }) => output);
}

/** The placeholders that no name was found for, each of them once though a loop came to it again. */
function unfilledOf({ notFound }: RenderedCheetah, text: string): readonly Unfilled[] {
  const nodes = new Map(notFound.map(({ node }) => [node.span.start, node]));
  return [...nodes.values()].map(({ span, expression }) => ({
    key: text.slice(expression.span.start, expression.span.end),
    span,
    stopsCheetah: true,
  }));
}
