import type { MissingValue, RenderedCheetah } from '../../cheetah/rendering';
import type { VisiblePiece } from '../../cheetahTemplate/visibleText';
import type { Problem } from '../../problems';
import { elementsOf, type Element } from '../../template/elements';
import { scanTemplate } from '../../template/scan';
import { inside } from '../../text/sorted';
import type { Span } from '../../text/span';
import { rejectedIn } from './checkRendering';
import { devicesIn } from './devicesIn';
import { LooseTreeMaker } from './looseTree';
import { sourceOf, type Sources } from './sourceOf';
import { MOST_PARTS } from './stretches';

/** A part of what a Cheetah file gives that libvirt can be asked of: its root, or a device. */
export interface OutputPart {
  readonly name: string;
  readonly output: Span;
  /** Where its name stands in the template. */
  readonly source: Span;
}

/** What libvirt can be asked of in the output of a Cheetah file, and what it rejects there. */
export interface CheckedOutput {
  /** The `<domain>`, where the output is one; not where something in it was not filled in. */
  readonly domain?: OutputPart;
  /** The devices in which all was filled in. */
  readonly devices: readonly OutputPart[];
  /** `render.rejected` in the template; each place is spoken of once, though a loop may come to it again. */
  readonly rejected: readonly Problem[];
}

/** The text, and what no name was found for in it. */
function piecesOf({ output, notFound }: RenderedCheetah): readonly VisiblePiece[] {
  const body: VisiblePiece['body'] = [];
  let at = 0;
  const pieces = notFound.flatMap(({ output: { start, end } }) => {
    const before = { start: at, end: start, body, isValue: false };
    at = end;
    return [before, { start, end, body, isValue: true }];
  });
  return [...pieces, { start: at, end: output.length, body, isValue: false }].filter(({ start, end }) => start < end);
}

/** The output as an XML parser may read it: with letters in place of what no name was found for. */
function readable(output: string, missing: readonly MissingValue[]): string {
  let text = '';
  let at = 0;
  for (const { output: span } of missing) {
    text += output.slice(at, span.start) + '_'.repeat(span.end - span.start);
    at = span.end;
  }
  return (text + output.slice(at)).replaceAll('$', '_');
}

function sourcesOf({ placeholders, notFound, texts }: RenderedCheetah): Sources {
  const values = [...placeholders, ...notFound].sort((a, b) => a.output.start - b.output.start);
  return { filled: values.map(({ node, output }) => ({ output, source: node.span })), copied: texts };
}

function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((found) => [`${found.span.start} ${found.span.end}`, found])).values()];
}

/** Looks at the devices of what a Cheetah file gave, which is well-formed XML. Of what nothing filled, nothing is known. */
export function checkCheetahOutput(rendering: RenderedCheetah): CheckedOutput {
  const { output, notFound } = rendering;
  const { tags, comments } = scanTemplate(readable(output, notFound), '');
  const elements = elementsOf(tags, output.length);
  const sources = sourcesOf(rendering);
  const maker = new LooseTreeMaker({ text: output, pieces: piecesOf(rendering), comments });
  const devices = devicesIn(elements).filter(({ span }) => inside(tags, span).length <= MOST_PARTS);
  const gaps = notFound.map((missing) => ({ span: missing.output }));
  const isFilled = ({ span }: Element): boolean => inside(gaps, span).length === 0;
  const partOf = ({ opening, span }: Element): OutputPart => ({
    name: opening.name,
    output: span,
    source: sourceOf(opening.nameSpan, sources),
  });
  const domain = elements.find(({ opening }) => opening.name === 'domain');
  return {
    ...(domain && isFilled(domain) && { domain: partOf(domain) }),
    devices: devices.filter(isFilled).map(partOf),
    rejected: eachOnce(
      devices.filter((device) => maker.isClear(device)).flatMap((device) => rejectedIn(maker.element(device), sources)),
    ),
  };
}
