import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CompiledTemplate } from '../../../server/src/render/compiledTemplate';
import type { Rendering, Value } from '../../../server/src/render/rendering';
import { faultOf } from '../../../server/src/rendering/plainRendering';
import { parseTemplateFile } from '../../../server/src/template/parse';
import type { Template, TemplateFile } from '../../../server/src/template/templateFile';
import { arbitraryFile } from '../../unit/template/arbitraryTemplates';
import { escaping } from '../../unit/render/arbitraryEscapes';
import { seeds } from '../corpus';
import { arbitraryEdit, edited, type Edit } from '../edits';
import { makeTarget, type Target } from '../target';
import { OpenFolder, uriOf } from './openFolder';
import { joinedEvents } from './xmlReading';

/** Gives the value of a key; `undefined` where there is none. */
type Chosen = (key: string) => string | undefined;

interface Played {
  readonly text: string;
  readonly edits: readonly Edit[];
  /** Keys get these in turn. */
  readonly values: readonly (string | undefined)[];
}

const optional = (text: string): string => text.replace(/\$\{(\w+)\}/g, '${$1?}');

const cases: fc.Arbitrary<Played> = fc.record({
  text: fc.oneof(
    fc.constantFrom(...seeds.template),
    arbitraryFile.map(({ text }) => text),
    arbitraryFile.map(({ text }) => optional(text)),
  ),
  edits: fc.array(arbitraryEdit, { minLength: 1, maxLength: 12 }),
  values: fc.array(fc.oneof({ weight: 5, arbitrary: escaping }, fc.string(), fc.constant(undefined)), {
    minLength: 1,
    maxLength: 7,
  }),
});

/** Letters that stand for the value of a key, and for nothing else. */
const MARK = /\u{1d7d8}(\d+)\u{1d7d8}/gu;

/** The values of the keys of a template: each key always has the same one. */
function valuesOf({ placeholders }: Template, chosen: Chosen): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const { key } of placeholders) {
    const text = chosen(key);
    if (text !== undefined) values.set(key, { text, origin: 'driver' });
  }
  return values;
}

/** What a rendering tells, as plain values. */
function told({ xml, placeholders, unfilled, copied, problems }: Rendering): unknown {
  return {
    xml,
    unfilled: unfilled.map(({ span }) => span),
    copied,
    problems,
    filled: placeholders.map(({ output }) => output),
  };
}

/** Whether each placeholder is filled, but for those in comments: what is not stays as it is written, and is told. */
const isWhole = ({ unfilled, problems }: Rendering): boolean => unfilled.length + problems.length === 0;

/** An XML parser reads the same of a rendering as of one with a mark for each value, the value in place of the mark. */
function checkReading(compiled: CompiledTemplate, template: Template, chosen: Chosen, xml: string): void {
  const keys = [...new Set(template.placeholders.map(({ key }) => key))];
  const mark = (key: string): string | undefined =>
    chosen(key) === undefined ? undefined : `\u{1d7d8}${keys.indexOf(key)}\u{1d7d8}`;
  const marked = compiled.render(valuesOf(template, mark)).xml;
  const valueOf = (_: string, index: string): string => chosen(keys[Number(index)] ?? '') ?? '';
  assert.deepStrictEqual(
    joinedEvents(xml, (text) => text),
    joinedEvents(marked, (text) => text.replace(MARK, valueOf)),
  );
}

function checkTemplate(
  text: string,
  compiled: CompiledTemplate,
  template: Template,
  file: TemplateFile,
  chosen: Chosen,
): void {
  const values = valuesOf(template, chosen);
  const rendering = compiled.render(values);
  assert.deepStrictEqual(told(rendering), told(new CompiledTemplate(text, template).render(values)));
  const filled = compiled.fill((key) => values.get(key)?.text);
  if (filled !== undefined) assert.deepStrictEqual([filled, isWhole(rendering)], [rendering.xml, true]);
  const isSound = template.interfaceSpan !== undefined && faultOf(text, file, template) === undefined;
  if (isSound && isWhole(rendering)) checkReading(compiled, template, chosen, rendering.xml);
}

/** Looks at every template of a text, compiled as it was kept, with all values, with none, and with all of them again. */
function checkRenderings(text: string, kept: TemplateFile, values: Played['values']): void {
  const file = parseTemplateFile(text, { uri: uriOf('template'), vifType: 'a' });
  assert.equal(kept.templates.length, file.templates.length);
  const chosen: Chosen = (key) => values[key.charCodeAt(key.length - 1) % values.length];
  file.templates.forEach((template, index) => {
    const compiled = new CompiledTemplate(text, kept.templates[index] ?? template);
    for (const each of [chosen, () => undefined, chosen]) checkTemplate(text, compiled, template, file, each);
  });
}

/** The same of a text that no editor has had. */
export function checkText(text: string, values: Played['values']): void {
  checkRenderings(text, parseTemplateFile(text, { uri: uriOf('template'), vifType: 'a' }), values);
}

async function play({ text, edits, values }: Played): Promise<number> {
  const folder = new OpenFolder({ conf: '', template: text, cheetah: '', python: '', javascript: '', request: '' });
  await folder.open();
  const check = (): void => {
    const view = folder.workspace.template(uriOf('template'));
    if (view) checkRenderings(view.text, view.file, values);
  };
  check();
  for (const edit of edits) {
    folder.edit('template', edited(folder.text('template'), edit));
    check();
  }
  return edits.length;
}

/** Plain templates, sound and broken ones, rendered with hostile values: each value is read back exactly, or it is told why not. */
export const plainRenderer: Target = makeTarget('renderer', cases, play);
