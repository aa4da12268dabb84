import { baseName, findTemplate } from '../check/view';
import { checkRendering } from '../check/libvirt/checkRendering';
import { nestedType, valueRefused } from '../driver/failure';
import type { Problem } from '../problems';
import type { PythonDictionary } from '../pythonValue';
import { CompiledTemplate } from '../render/compiledTemplate';
import { IN_JSON } from '../render/notation';
import { xmlFault } from '../render/xmlFault';
import type { Template, TemplateFile } from '../template/templateFile';
import { lineAt } from '../text/lines';
import { overlaps, type Span } from '../text/span';
import type { DriverResult } from './driverResult';
import type { NicResult } from './driverRuns';
import { plainTraces } from './plainTraces';
import { DriverError, RenderError } from './renderError';
import type { ResolvedTarget, TargetDriver } from './target';
import type { PreparedTemplate, TemplateRendering } from './templateRendering';
import { collectValues, findText, isNested } from './values';

/** The template of a plain file, made ready to be rendered any number of times. */
export class PlainRenderer implements PreparedTemplate {
  readonly #template: Template;
  readonly #compiled: CompiledTemplate;
  readonly #computeKeys: ReadonlySet<string>;

  /** Throws a RenderError where the file has no sound template for the VIF type. */
  constructor(
    private readonly target: ResolvedTarget,
    computeKeys: readonly string[],
  ) {
    this.#template = soundTemplate(target);
    this.#computeKeys = new Set(computeKeys);
    this.#compiled = new CompiledTemplate(target.view.text, this.#template, IN_JSON);
  }

  fillJson(nics: readonly NicResult[]): string | undefined {
    const filled = this.#compiled.fill((key) => findText(nics, this.#computeKeys, key));
    return filled === undefined ? undefined : `"${filled}"`;
  }

  render({ nics }: DriverResult): TemplateRendering {
    for (const { values } of nics) refuseNested(this.#template, values, this.target.driver);
    const filling = collectValues(nics, this.#computeKeys);
    const rendering = this.#compiled.render(filling);
    const { xml, problems } = rendering;
    return {
      xml,
      unfilled: rendering.unfilled.map(({ key, span }) => ({ key, span, stopsCheetah: false })),
      problems,
      rejected: checkRendering(rendering),
      judged: [{ question: { kind: 'device', xml }, source: deviceName(this.#template) }],
      traces: plainTraces(rendering),
      values: new Map([...filling].map(([key, { text }]) => [key, text])),
    };
  }
}

function soundTemplate({ view, vifType }: ResolvedTarget): Template {
  const template = findTemplate(view, vifType);
  if (!template)
    throw new RenderError(
      `${baseName(view.uri)} has no template for the VIF type '${vifType}'. Add one, or select another VIF type.`,
    );
  const fault = faultOf(view.text, view.file, template);
  if (!fault && template.interfaceSpan) return template;
  const line = lineAt(view.text, fault?.span.start ?? template.span.start) + 1;
  throw new RenderError(
    `${baseName(view.uri)}, line ${line}: ${fault?.message ?? 'The template holds no <interface>.'}`,
  );
}

/**
 * What is wrong with the text of a template, so that nothing sound can be rendered. `text` is that of its file. Where a tag is broken
 * in front of the device, that may seem to reach to a tag that is not its own.
 */
export function faultOf(
  text: string,
  { problems }: Pick<TemplateFile, 'problems'>,
  template: Template,
): Pick<Problem, 'span' | 'message'> | undefined {
  const known = problems.find((problem) => breaks(problem, template));
  if (known || !template.interfaceSpan || !problems.some(({ severity }) => severity === 'error')) return known;
  const { start, end } = template.interfaceSpan;
  const fault = xmlFault(text.slice(start, end));
  return fault && { ...fault, span: { start: fault.span.start + start, end: fault.span.end + start } };
}

/** Where the name of the device of a template stands. */
function deviceName({ tags, interfaceSpan, span }: Template): Span {
  return tags.find((tag) => tag.span.start === interfaceSpan?.start)?.nameSpan ?? span;
}

/** Whether a problem of the text leaves no sound interface to render. A document type is refused wherever it stands: what it declares is meant for the interface. */
function breaks({ code, severity, span }: Problem, { interfaceSpan, span: whole }: Template): boolean {
  return code === 'template.doctype' || (severity === 'error' && overlaps(span, interfaceSpan ?? whole));
}

/** Throws where a placeholder stands for a list or a dictionary: a plain template has no text for it. */
function refuseNested({ placeholders }: Template, values: PythonDictionary, driver: TargetDriver): void {
  const key = placeholders.map((placeholder) => placeholder.key).find((name) => isNested(values.get(name)));
  if (key === undefined) return;
  const { uri, language } = driver.lookup.view;
  const refused = valueRefused({ ...driver, language }, key, nestedType(language, values.get(key) ?? null));
  throw new DriverError(refused.message, uri, refused);
}
