import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  EXPLORER_DRIVERS,
  SELECTION,
  type DriverNode,
  type ExplorerDriversParams,
  type RenderAnswer,
  type RenderingName,
  type RenderParams,
  type SelectionAnswer,
  type SelectionParams,
} from '../../../server/src/wire/protocol';
import type { DriverProgress } from '../driverProgress';
import { render, targetOf } from '../renderCommand';
import type { RenderedDocuments } from '../pane/renderedDocuments';

function lastPart(text: string, separator: string): string {
  return text.slice(text.lastIndexOf(separator) + 1);
}

function shortName({ driver }: RenderingName): string {
  return lastPart(driver, '.');
}

/** The VIF type of a rendering, where it has one. */
function vifTypeOf({ vifType }: RenderingName): Pick<RenderParams, 'vifType'> {
  return vifType === '' ? {} : { vifType };
}

/** What the nova.conf of a file selects, and the drivers that it could select. */
async function driversFor(
  client: BaseLanguageClient,
  { uri, driver }: RenderParams,
): Promise<{ readonly own: string | undefined; readonly others: readonly string[] }> {
  const asked: SelectionParams = { uri };
  const selection = await client.sendRequest<SelectionAnswer | null>(SELECTION, asked);
  const own = driver ?? selection?.driver ?? undefined;
  if (!selection?.conf) return { own, others: [] };
  const params: ExplorerDriversParams = { conf: selection.conf };
  const drivers = await client.sendRequest<DriverNode[]>(EXPLORER_DRIVERS, params);
  return { own, others: drivers.flatMap(({ name }) => (name === undefined || name === own ? [] : [name])) };
}

/** The commands that show two texts beside each other, in VS Code's own comparison. Each runs a driver as the render command does. */
export class Comparisons {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly progress: DriverProgress,
    private readonly documents: RenderedDocuments,
  ) {}

  register(): vscode.Disposable {
    const command = (name: string, run: (argument: unknown) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(`openstackVif.${name}`, run);
    return vscode.Disposable.from(
      command('compareWithTemplate', (argument) => this.#withTemplate(argument)),
      command('compareDrivers', (argument) => this.#drivers(argument)),
      command('compareWithEarlier', (argument) => this.#withEarlier(argument)),
    );
  }

  async #showDiff(before: vscode.Uri, after: vscode.Uri, title: string): Promise<void> {
    await this.documents.keepWhile([before, after], () =>
      vscode.commands.executeCommand('vscode.diff', before, after, title),
    );
  }

  /** Renders for a comparison, which is what shows it. Where that fails the user is told why. */
  #render(argument: unknown): Promise<RenderAnswer | undefined> {
    return render(this.client, this.progress, { show: () => Promise.resolve() }, argument);
  }

  /** The template against what it gives. */
  async #withTemplate(argument: unknown): Promise<void> {
    const answer = await this.#render(argument);
    if (!answer) return;
    const template = vscode.Uri.parse(answer.uri);
    const title = `${lastPart(template.path, '/')} ↔ ${shortName(answer)}`;
    await this.#showDiff(template, this.documents.take(answer), title);
  }

  /** What one driver gives against what another does. None is run before the user has picked the other. */
  async #drivers(argument: unknown): Promise<void> {
    const target = targetOf(argument);
    const found = target && (await driversFor(this.client, target));
    if (!found?.own || found.others.length === 0) {
      const message = vscode.l10n.t(
        'There are no two drivers to compare: no nova.conf for the file at hand has another one in its search path.',
      );
      void vscode.window.showInformationMessage(message);
      return;
    }
    const driver = await vscode.window.showQuickPick(found.others, {
      placeHolder: vscode.l10n.t('The driver to compare {driver} with', { driver: found.own }),
    });
    if (driver === undefined) return;
    const one = await this.#render(target);
    const other = one && (await this.#render({ uri: one.uri, driver, part: one.part, ...vifTypeOf(one) }));
    if (!other) return;
    const title = `${shortName(one)} ↔ ${shortName(other)}`;
    await this.#showDiff(this.documents.take(one), this.documents.take(other), title);
  }

  /** What a rendering was when it was last asked for, against what it is after the edits since. Runs nothing. */
  async #withEarlier(argument: unknown): Promise<void> {
    const shown = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
    const earlier = shown && this.documents.earlier(shown);
    if (!earlier) {
      const message = vscode.l10n.t(
        'Open a rendering first: run "OpenStack VIF: Render Interface XML" on the template.',
      );
      void vscode.window.showInformationMessage(message);
      return;
    }
    const title = vscode.l10n.t('{name}: when it was rendered ↔ now', { name: lastPart(shown.path, '/') });
    await this.#showDiff(earlier, shown, title);
  }
}
