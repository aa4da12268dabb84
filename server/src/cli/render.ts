import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDriverRunner } from '../driver/run';
import { installation, readDefaultRequest } from '../installation';
import { DriverError, RenderError } from '../rendering/renderError';
import { Renderer } from '../rendering/renderer';
import type { RenderTarget } from '../rendering/target';
import { consequenceOf, type TemplateRendering } from '../rendering/templateRendering';
import type { Span } from '../text/span';
import { lineAt } from '../text/lines';
import { machineJudges } from '../judges/machineJudges';
import { askJudges } from '../rendering/complaints';
import type { Workspace } from '../workspace/workspace';
import { tracebackOf } from './driverTraceback';
import { CommandFailure } from './failure';
import { isFolder, openWorkspace, toPath, toUri } from './openWorkspace';
import { writeTopology } from './writeTopology';

export interface RenderOptions {
  readonly conf?: string;
  readonly template?: string;
  readonly vifType?: string;
  readonly driver?: string;
  readonly driverPath: readonly string[];
  readonly request?: string;
  readonly strict?: true;
  readonly validate?: true;
  readonly output?: string;
  readonly topology?: string;
  readonly verbose?: true;
}

/** How long (ms) a driver may run. */
const TIME_LIMIT = 60_000;

/** What to render: the template, else the nova.conf, which selects it. */
function targetOf({ template, conf, vifType, driver, request }: RenderOptions): RenderTarget {
  const file = template ?? conf ?? 'nova.conf';
  if (isFolder(file))
    throw new CommandFailure(
      `${file} is a folder. Name a template file with --template, or a nova.conf with --conf.`,
      2,
    );
  return {
    uri: toUri(file),
    ...(vifType !== undefined && { vifType }),
    ...(driver !== undefined && { driver }),
    ...(request !== undefined && { request: toUri(request) }),
  };
}

/** Ends the driver with us: it runs in a process group of its own, which the terminal's Ctrl-C does not reach. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      controller.abort();
    });
  }
  return controller.signal;
}

/** A line for stderr. */
interface Line {
  readonly severity: 'error' | 'warning';
  readonly span: Span;
  readonly message: string;
}

/** What is not as it should be. With `strict`, what nothing fills is an error, and with `validate`, what libvirt rejects. */
function linesOf(
  { unfilled, problems, rejected }: TemplateRendering,
  { strict, validate }: RenderOptions,
): readonly Line[] {
  return [
    ...unfilled.map((each): Line => {
      const message = `nothing fills '${each.key}'; ${consequenceOf(each)}`;
      return { severity: strict ? 'error' : 'warning', span: each.span, message };
    }),
    ...problems.map(({ span, message }): Line => ({ severity: 'error', span, message })),
    ...rejected.map(({ span, message }): Line => ({
      severity: validate ? 'error' : 'warning',
      span,
      message,
    })),
  ];
}

/** Asks libvirt's own judges; says on stderr which of them could not be asked. */
async function complaintsOf({ judged }: TemplateRendering): Promise<readonly Line[]> {
  const { problems, unasked } = await askJudges(machineJudges([]), judged, interrupted());
  for (const { program, unasked: why } of unasked)
    process.stderr.write(`vif: ${program} was not asked: ${why ?? 'it does not say why'}.\n`);
  return problems.map(({ span, message }) => ({ severity: 'error', span, message }));
}

/** Says on stderr what is not as it should be, and whether there is an error. */
function report(lines: readonly Line[], text: string, file: string): boolean {
  for (const { severity, span, message } of lines)
    process.stderr.write(`${file}:${lineAt(text, span.start) + 1}: ${severity}: ${message}\n`);
  return lines.some(({ severity }) => severity === 'error');
}

async function renderTarget(workspace: Workspace, options: RenderOptions): Promise<0 | 1> {
  const runner = createDriverRunner({
    hosts: installation.hosts,
    shipped: installation.drivers,
    forbiddenFolders: [],
    timeLimit: TIME_LIMIT,
  });
  const renderer = new Renderer(workspace, runner, readDefaultRequest);
  try {
    return await renderWith(renderer, options);
  } finally {
    renderer.dispose();
  }
}

async function renderWith(renderer: Renderer, options: RenderOptions): Promise<0 | 1> {
  const target = renderer.resolve(targetOf(options));
  const print = (text: string): void => void process.stderr.write(text);
  const result = await renderer.run(target, interrupted(), print);
  const rendering = renderer.render(target, result);
  const complaints = options.validate ? await complaintsOf(rendering) : [];
  const lines = [...linesOf(rendering, options), ...complaints];
  const failed = report(lines, target.view.text, toPath(target.view.uri));
  const written = target.view.file.dialect === 'cheetah' ? rendering.xml : `${rendering.xml}\n`;
  if (options.topology !== undefined) writeTopology(options.topology, rendering, target);
  if (options.output === undefined) process.stdout.write(written);
  else writeFileSync(options.output, written);
  return failed ? 1 : 0;
}

/** `vif render`: runs the driver and writes the interface XML. Gives the exit code: 1 if it, or with `strict` a part of it, could not be rendered. */
export async function render(options: RenderOptions): Promise<0 | 1> {
  const { conf, driverPath, template } = options;
  const where = template ?? path.dirname(conf ?? 'nova.conf');
  const workspace = await openWorkspace([where], { conf, driverPath });
  try {
    return await renderTarget(workspace, options);
  } catch (error) {
    if (error instanceof DriverError) process.stderr.write(tracebackOf(error, options.verbose === true));
    if (error instanceof RenderError) throw new CommandFailure(error.message, 1);
    throw error;
  }
}
