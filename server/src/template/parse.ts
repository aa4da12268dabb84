import { problem, type Problem } from '../problems';
import type { Span } from '../text/span';
import { scanTemplate } from './scan';
import { CONTAINER, DEVICES, type Tag } from './tags';
import type { PlainTemplateFile, Placeholder, Template } from './templateFile';
import { checkWellFormed } from './wellFormed';

/** Which file a text is: its URI, for the changes of quick fixes, and the VIF type that its name gives to a lone device. */
export interface TemplateSource {
  readonly uri: string;
  readonly vifType: string;
}

/** One template's tags, before its placeholders are known. */
interface Part {
  readonly vifType?: string;
  readonly vifTypeSpan?: Span;
  /** Where a fault of the whole part is shown. */
  readonly nameSpan: Span;
  readonly span: Span;
  readonly interfaceSpan?: Span;
  readonly tags: readonly Tag[];
}

/** From the first opening tag of a device to the last closing one of its name. */
function findDevice(tags: readonly Tag[]): Span | undefined {
  const first = tags.find(({ name, kind }) => DEVICES.has(name) && kind !== 'close');
  const last = tags.findLast(({ name }) => name === first?.name);
  return first && last && { start: first.span.start, end: Math.max(first.span.end, last.span.end) };
}

function makePart(text: string, tags: readonly Tag[], end: number): Part | undefined {
  const [opening] = tags;
  if (opening === undefined) return undefined;
  const { nameSpan, span, attributes } = opening;
  const vifTypeSpan = attributes.find(({ name }) => name === 'vif-type')?.valueSpan;
  const interfaceSpan = findDevice(tags);
  return {
    ...(vifTypeSpan && { vifType: text.slice(vifTypeSpan.start, vifTypeSpan.end), vifTypeSpan }),
    nameSpan,
    span: { start: span.start, end },
    ...(interfaceSpan && { interfaceSpan }),
    tags,
  };
}

/** The `<template>` parts. A part whose closing tag is missing ends where the next one begins. */
function containerParts(text: string, tags: readonly Tag[]): readonly Part[] {
  const parts: Part[] = [];
  let current: Tag[] | undefined;
  const finish = (end: number): void => {
    const part = current && makePart(text, current, end);
    if (part) parts.push(part);
    current = undefined;
  };
  for (const tag of tags) {
    if (tag.name === 'template' && tag.kind !== 'close') {
      finish(tag.span.start);
      current = [tag];
    } else current?.push(tag);
    if (tag.name === CONTAINER || (tag.name === 'template' && tag.kind !== 'open')) finish(tag.span.end);
  }
  finish(text.length);
  return parts;
}

/** The one part of a file with a lone device: the whole file. */
function lonePart(text: string, tags: readonly Tag[], vifType: string): readonly Part[] {
  const interfaceSpan = findDevice(tags);
  if (interfaceSpan === undefined) return [];
  return [{ vifType, nameSpan: interfaceSpan, span: { start: 0, end: text.length }, interfaceSpan, tags }];
}

/** Gives each part the placeholders inside it; both are in the order of the text. */
function withPlaceholders(parts: readonly Part[], placeholders: readonly Placeholder[]): readonly Template[] {
  let next = 0;
  const indexOfFirst = (from: number): number => {
    while ((placeholders[next]?.span.start ?? from) < from) next++;
    return next;
  };
  return parts.map(({ vifType, vifTypeSpan, span, interfaceSpan, tags }) => ({
    ...(vifType !== undefined && { vifType }),
    ...(vifTypeSpan && { vifTypeSpan }),
    span,
    ...(interfaceSpan && { interfaceSpan }),
    placeholders: placeholders.slice(indexOfFirst(span.start), indexOfFirst(span.end)),
    tags,
  }));
}

function checkPart({ vifType, nameSpan, interfaceSpan }: Part): readonly Problem[] {
  const problems: Problem[] = [];
  if (!vifType)
    problems.push(
      problem('template.no-vif-type', nameSpan, 'This template does not say its VIF type. Write vif-type="…".'),
    );
  if (!interfaceSpan)
    problems.push(problem('template.no-interface', nameSpan, 'This template holds no <interface> and no <hostdev>.'));
  return problems;
}

function checkRepeated(parts: readonly Part[], uri: string): readonly Problem[] {
  const first = new Map<string, Span>();
  return parts.flatMap(({ vifType, vifTypeSpan }) => {
    if (!vifType || !vifTypeSpan) return [];
    const earlier = first.get(vifType);
    if (earlier === undefined) {
      first.set(vifType, vifTypeSpan);
      return [];
    }
    const related = [{ uri, span: earlier, message: 'The first template is here.' }];
    return problem(
      'template.vif-type-repeated',
      vifTypeSpan,
      `The VIF type '${vifType}' has a template already. Only the first one is used.`,
      { related },
    );
  });
}

const EXPECTED =
  'A template file holds one <interface> or <hostdev>, or <vif-templates> with a <template vif-type="…"> for each VIF type.';

function checkRoot(root: Tag | undefined): readonly Problem[] {
  if (root === undefined)
    return [
      problem('template.no-interface', { start: 0, end: 0 }, `The file holds no element. ${EXPECTED}`, {
        severity: 'warning',
      }),
    ];
  if (root.name === CONTAINER || DEVICES.has(root.name)) return [];
  return [problem('template.no-interface', root.nameSpan, `The root element is '${root.name}'. ${EXPECTED}`)];
}

function parseXml(text: string, { uri, vifType }: TemplateSource): PlainTemplateFile {
  const scan = scanTemplate(text, uri);
  const { tags, placeholders } = scan;
  const [root] = tags;
  const parts = root?.name === CONTAINER ? containerParts(text, tags) : lonePart(text, tags, vifType);
  const wellFormed = checkWellFormed({ masked: scan.masked(), tags, brokenTags: scan.brokenTags });
  const problems = [
    ...scan.problems,
    ...wellFormed,
    ...checkRoot(root),
    ...parts.flatMap(checkPart),
    ...checkRepeated(parts, uri),
  ];
  return {
    dialect: 'plain',
    templates: withPlaceholders(parts, placeholders),
    placeholders,
    tags,
    comments: scan.comments,
    problems: problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  };
}

/** Reads a plain template file. Every text parses: a broken one still yields every placeholder, every template that can be told apart, and all of its problems. */
export function parseTemplateFile(text: string, source: TemplateSource): PlainTemplateFile {
  const nul = text.indexOf('\0');
  if (nul < 0) return parseXml(text, source);
  const message = 'This file is no text: it holds a NUL character. A template file is XML in UTF-8.';
  return {
    dialect: 'plain',
    templates: [],
    placeholders: [],
    tags: [],
    comments: [],
    problems: [problem('template.not-text', { start: nul, end: nul + 1 }, message)],
  };
}
