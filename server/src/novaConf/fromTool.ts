/**
 * How the tools that write a nova.conf mark what they fill in: `{{ x }}` and `{% x %}` of Jinja, `<%= x %>` of ERB, `#{x}`,
 * `{x}`, `${x:-y}` and `$(x)`, `%x%` and `%(x)s`, `@x@`, `__x__`; and `<x>`, by which Nova's sample file names what has no
 * value of its own.
 */
const MARKS =
  /\{\{|\{%|<%|#\{|\{[\w.:-]+\}|\$[({]|%[A-Za-z_]\w*%|%\([\w.]+\)|(?<!\w)@[A-Za-z_][\w.-]*@(?!\w)|__[A-Za-z]\w*__|<[A-Za-z][^<>\n]*>/;

/** Whether a name or a value still waits for a tool, or for somebody, to put the real one there: nothing is known of that one. */
export function waitsForTool(written: string): boolean {
  return MARKS.test(written);
}

/** Whether a value that was read, after substitution, is not the one that Nova will have: it waits for a tool, or refers to what the file does not set. */
export function isOpen(value: string): boolean {
  return waitsForTool(value) || /\$[A-Za-z_]/.test(value);
}

/** Whether a line, from `start` on, speaks to a tool that makes a nova.conf out of the text: `{% if x %}`, `{# x #}`, `{{ x }}`, `<% x %>`. */
export function isToolLine(text: string, start: number): boolean {
  return ['{%', '{#', '{{', '<%'].includes(text.slice(start, start + 2));
}
