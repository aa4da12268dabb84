import type { TemplateView } from '../../check/view';
import { elementsOf, type Element } from '../../template/elements';
import { attributeSpan, type Attribute } from '../../template/tags';
import type { Span } from '../../text/span';
import { holding, holds, type StretchesAt } from './stretches';

const OPENER = '<!--';
const TERMINATOR = '-->';

function elementStretches(roots: readonly Element[], at: number): readonly Span[] {
  const found: Span[] = [];
  for (let element = holding(roots, at); element; element = holding(element.children, at)) {
    found.push(element.span);
    if (element.content) found.push(element.content);
  }
  return found;
}

/** An attribute's name, its value without and with quotes, and all of it. */
function attributeStretches(text: string, attribute: Attribute): readonly Span[] {
  const { nameSpan, valueSpan } = attribute;
  const whole = attributeSpan(text, attribute);
  const opened = /["']/.test(text.charAt(valueSpan.start - 1));
  return [nameSpan, valueSpan, { start: valueSpan.start - (opened ? 1 : 0), end: whole.end }, whole];
}

function commentStretches(text: string, comment: Span | undefined): readonly Span[] {
  if (!comment) return [];
  const written = text.slice(comment.start, comment.end);
  const inside = written.slice(OPENER.length, written.endsWith(TERMINATOR) ? -TERMINATOR.length : undefined);
  const start = comment.start + OPENER.length + inside.length - inside.trimStart().length;
  return [comment, { start, end: start + inside.trim().length }];
}

/** The stretches of a template file: placeholders, attributes, tags, elements with and without their tags, comments. */
export function templateStretches({ file, text }: TemplateView): StretchesAt {
  const roots = elementsOf(file.tags, text.length);
  const comments = file.comments.map((span) => ({ span }));
  return (at) => {
    const tag = holding(file.tags, at);
    const placeholder = holding(file.placeholders, at);
    const found = [
      ...elementStretches(roots, at),
      ...(tag ? [tag.span, tag.nameSpan] : []),
      ...(tag?.attributes.flatMap((attribute) => attributeStretches(text, attribute)) ?? []),
      ...(placeholder ? [placeholder.span, placeholder.keySpan] : []),
      ...commentStretches(text, holding(comments, at)?.span),
    ];
    return found.filter((span) => holds(span, at));
  };
}
