import { CompiledTemplate } from '../../../server/src/render/compiledTemplate';
import type { Rendering, Value } from '../../../server/src/render/rendering';
import type { Template } from '../../../server/src/template/templateFile';

/** Renders a template once; `text` is that of its file. */
export function renderTemplate(text: string, template: Template, values: ReadonlyMap<string, Value>): Rendering {
  return new CompiledTemplate(text, template).render(values);
}
