import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCheetahTemplate } from '../../../server/src/cheetahTemplate/parse';
import type { DriverLanguage } from '../../../server/src/driver/declaration';
import { readDriver } from '../../../server/src/driver/read';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { select } from '../../../server/src/novaConf/select';
import type { Problem } from '../../../server/src/problems';
import { parseRequest } from '../../../server/src/request/parseRequest';
import { parseTemplateFile } from '../../../server/src/template/parse';
import type { TemplateFile } from '../../../server/src/template/templateFile';
import type { Span } from '../../../server/src/text/span';
import { PATHS, seeds, type Role } from '../corpus';
import { arbitraryEdit, edited } from '../edits';
import { makeTarget, type Target } from '../target';

const uriOf = (role: Role): string => `file:///fuzz/${PATHS[role]}`;

function checkInside(text: string, { start, end }: Span): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
}

function checkProblems(text: string, uri: string, problems: readonly Problem[]): void {
  for (const { span, message, fixes = [] } of problems) {
    checkInside(text, span);
    assert.match(message, /[.?]$/u, message);
    const changes = fixes.flatMap((fix) => fix.changes).filter((change) => change.uri === uri);
    for (const change of changes) checkInside(text, change.span);
  }
}

function checkTemplateFile(text: string, uri: string, { placeholders, tags, templates, problems }: TemplateFile): void {
  checkProblems(text, uri, problems);
  for (const { span, key, keySpan } of placeholders) {
    checkInside(text, span);
    assert.ok(text.slice(keySpan.start, keySpan.end).includes(key) || key.includes('.'), key);
  }
  let end = 0;
  for (const { span, name, nameSpan } of tags) {
    assert.ok(span.start >= end, 'tags overlap');
    assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
    ({ end } = span);
  }
  for (const { span } of templates) checkInside(text, span);
}

/** Reads a text of each role, and looks at whether what was read is of this text. */
const READ: Readonly<Record<Role, (text: string, uri: string) => void>> = {
  template: (text, uri) => {
    checkTemplateFile(text, uri, parseTemplateFile(text, { uri, vifType: 'a' }));
  },
  cheetah: (text, uri) => {
    checkTemplateFile(text, uri, parseCheetahTemplate(text, uri));
  },
  conf: (text, uri) => {
    const conf = parseNovaConf(text);
    checkProblems(text, uri, conf.problems);
    for (const { name, nameSpan, valueSpan } of conf.settings) {
      assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
      checkInside(text, valueSpan);
    }
    select(conf);
  },
  python: (text, uri) => {
    readSource('python', text, uri);
  },
  javascript: (text, uri) => {
    readSource('javascript', text, uri);
  },
  request: (text) => {
    const parsed = parseRequest(text);
    if (parsed.kind === 'broken') checkInside(text, parsed.span);
  },
};

function readSource(language: DriverLanguage, text: string, uri: string): void {
  const { classes, problems } = readDriver({ uri, language, text }, () => undefined);
  checkProblems(text, uri, problems);
  for (const { classSpan, keys } of classes) {
    checkInside(text, classSpan);
    for (const { uri: where, span } of keys) if (where === uri) checkInside(text, span);
  }
}

/** Reads the text of a role, and throws where what was read cannot be of this text. */
export function readText(role: Role, text: string): void {
  READ[role](text, uriOf(role));
}

function parser(role: Role): Target {
  const cases = fc.record({
    text: fc.constantFrom(...seeds[role]),
    edits: fc.array(arbitraryEdit, { minLength: 1, maxLength: 20 }),
  });
  return makeTarget(`parser of ${PATHS[role]}`, cases, ({ text, edits }) => {
    let now = text;
    for (const edit of edits) {
      now = edited(now, edit);
      readText(role, now);
    }
    return edits.length;
  });
}

/** The parser of each kind of file: whatever the text, it reads, and what it says lies in the text. */
export const parsers: readonly Target[] = (Object.keys(PATHS) as Role[]).map(parser);
