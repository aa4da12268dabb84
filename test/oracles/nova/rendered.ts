import { readFileSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { createDriverRunner } from '../../../server/src/driver/run';
import type { Value } from '../../../server/src/render/rendering';
import { renderTemplate } from '../../unit/render/renderTemplate';
import { Renderer } from '../../../server/src/rendering/renderer';
import { RenderError } from '../../../server/src/rendering/renderError';
import { parseTemplateFile } from '../../../server/src/template/parse';
import type { Template } from '../../../server/src/template/templateFile';
import { nodeDisk } from '../../../server/src/workspace/nodeDisk';
import { Workspace } from '../../../server/src/workspace/workspace';
import type { Answer } from './novaOracle';
import type { NovaRequest } from './requests';

const ROOT = path.join(import.meta.dirname, '../../..');

/** The file of the templates for today's Nova. */
export const TEMPLATES = path.join(ROOT, 'templates/nova.vif.xml');

const text = readFileSync(TEMPLATES, 'utf8');
const { templates } = parseTemplateFile(text, { uri: URI.file(TEMPLATES).toString(), vifType: '' });

const templateOf = (vifType: unknown): Template | undefined =>
  templates.find((template) => template.vifType === vifType);

/** Renders the template of a VIF type with what a driver returned. Every placeholder without a value has to be an optional one. */
export function renderValues(vifType: unknown, values: Readonly<Record<string, string | number>>): string {
  const template = templateOf(vifType);
  if (!template) throw new Error(`There is no template for the VIF type '${String(vifType)}'.`);
  const filling = Object.entries(values).map(([key, value]): [string, Value] => [
    key,
    { text: String(value), origin: 'driver' },
  ]);
  const { xml, unfilled } = renderTemplate(text, template, new Map(filling));
  if (unfilled.length > 0) throw new Error(`Nothing fills ${unfilled.map(({ key }) => key).join(', ')}.`);
  return xml;
}

/** Renders requests as `vif render --driver NovaVifDriver` does, without starting a process for each but that of the driver. */
export async function renderingService(): Promise<(request: NovaRequest) => Promise<Answer<{ readonly xml: string }>>> {
  const workspace = new Workspace(nodeDisk, URI.file(path.join(ROOT, 'drivers')).toString());
  await workspace.setRoots([URI.file(path.dirname(TEMPLATES)).toString()]);
  const runner = createDriverRunner({ hosts: path.join(ROOT, 'dist'), forbiddenFolders: [], timeLimit: 60_000 });
  return async (request) => {
    const renderer = new Renderer(workspace, runner, () => JSON.stringify(request));
    try {
      const target = renderer.resolve({ uri: URI.file(TEMPLATES).toString(), driver: 'NovaVifDriver' });
      const result = await renderer.run(target, new AbortController().signal, () => undefined);
      return { xml: renderer.render(target, result).xml };
    } catch (error) {
      if (error instanceof RenderError) return { refused: error.message };
      throw error;
    }
  };
}
