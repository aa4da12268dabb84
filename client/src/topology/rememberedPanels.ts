import * as vscode from 'vscode';
import type { RenderingName } from '../../../server/src/wire/protocol';

/** Under which key the open pictures are kept in the workspace. */
const STATE = 'openTopologies';

/** A panel, by what its tab says, and the rendering that it shows. */
export interface RememberedPanel {
  readonly title: string;
  readonly rendering: RenderingName;
}

function hasTab({ title }: RememberedPanel): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input, label }) => input instanceof vscode.TabInputWebview && label === title),
  );
}

/**
 * Remembers what the panels show, for when their window is reloaded. A page that runs no script can keep nothing for itself, and
 * VS Code hands a panel back with its title alone, and not before it is in sight.
 */
export class RememberedPanels {
  /** Those of the window before it was reloaded that nobody has asked for yet. */
  #earlier: readonly RememberedPanel[];

  constructor(private readonly state: vscode.Memento) {
    this.#earlier = state.get<readonly RememberedPanel[]>(STATE, []);
  }

  /** What a panel with a title showed before the window was reloaded; of several with the same title the first. */
  take(title: string): RenderingName | undefined {
    const taken = this.#earlier.find((panel) => panel.title === title);
    this.#earlier = this.#earlier.filter((panel) => panel !== taken);
    return taken?.rendering;
  }

  /** Remembers the panels that are open, beside those that wait in a tab. */
  async keep(open: readonly RememberedPanel[]): Promise<void> {
    this.#earlier = this.#earlier.filter(hasTab);
    await this.state.update(STATE, [...open, ...this.#earlier]);
  }
}
