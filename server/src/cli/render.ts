import path from 'node:path';
import { createDriverRunner } from '../driver/run';
import type { DriverRunner } from '../driver/runner';
import { installation, readDefaultRequest } from '../installation';
import { DriverError, RenderError } from '../rendering/renderError';
import { Renderer } from '../rendering/renderer';
import type { RenderTarget, ResolvedTarget } from '../rendering/target';
import type { Workspace } from '../workspace/workspace';
import { tracebackOf } from './driverTraceback';
import { CommandFailure } from './failure';
import { isFolder, openWorkspace, toUri } from './openWorkspace';
import { writeOutput } from './output';
import { placeOf, renderingLines, type RenderingLine, type RenderingStrictness } from './renderingLines';
import { renderRequests } from './requests/renderRequests';
import { writeWhole } from './wholeFile';
import { writeTopology } from './writeTopology';

export interface RenderOptions extends RenderingStrictness {
  readonly conf?: string;
  readonly template?: string;
  readonly vifType?: string;
  readonly driver?: string;
  readonly driverPath: readonly string[];
  readonly request?: string;
  /** A file of requests, a request a line; `-` is stdin. */
  readonly requests?: string;
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

/** Says on stderr what is not as it should be, and whether there is an error. */
function report(lines: readonly RenderingLine[], target: ResolvedTarget): boolean {
  for (const line of lines) process.stderr.write(`${placeOf(line, target)}: ${line.severity}: ${line.message}\n`);
  return lines.some(({ severity }) => severity === 'error');
}

async function renderTarget(workspace: Workspace, runner: DriverRunner, options: RenderOptions): Promise<0 | 1> {
  const renderer = new Renderer(workspace, runner, readDefaultRequest);
  const { requests } = options;
  return requests === undefined
    ? renderOnce(renderer, options)
    : renderRequests(renderer, targetOf(options), { ...options, requests }, interrupted());
}

async function renderOnce(renderer: Renderer, options: RenderOptions): Promise<0 | 1> {
  const target = renderer.resolve(targetOf(options));
  const print = (text: string): void => void process.stderr.write(text);
  const signal = interrupted();
  const result = await renderer.run(target, signal, print);
  const rendering = renderer.render(target, result);
  const note = (text: string): void => void process.stderr.write(`vif: ${text}\n`);
  const failed = report(await renderingLines(rendering, options, signal, note), target);
  const written = target.view.file.dialect === 'cheetah' ? rendering.xml : `${rendering.xml}\n`;
  if (options.topology !== undefined) writeTopology(options.topology, rendering, target);
  if (options.output === undefined) await writeOutput(written);
  else if (failed) note(`${options.output} is not written, for the errors above.`);
  else writeWhole(options.output, written);
  return failed ? 1 : 0;
}

/** `vif render`: runs the driver and writes the interface XML, for one request or for many. Gives the exit code: 1 if one, or with `strict` a part of it, could not be rendered. */
export async function render(options: RenderOptions): Promise<0 | 1> {
  const runner = createDriverRunner({
    hosts: installation.hosts,
    shipped: installation.drivers,
    forbiddenFolders: [],
    timeLimit: TIME_LIMIT,
  });
  // It starts while files are read.
  if (options.requests !== undefined) runner.getReady();
  const { conf, driverPath, template } = options;
  const where = template ?? path.dirname(conf ?? 'nova.conf');
  try {
    const workspace = await openWorkspace([where], { conf, driverPath });
    return await renderTarget(workspace, runner, options);
  } catch (error) {
    if (error instanceof DriverError) process.stderr.write(tracebackOf(error, options.verbose === true));
    if (error instanceof RenderError) throw new CommandFailure(error.message, 1);
    throw error;
  } finally {
    runner.dispose();
  }
}
