import * as vscode from 'vscode';

/** The command that ends the drivers that are running. */
const CANCEL_COMMAND = 'openstackVif.cancelRender';
/** What package.json asks before it offers the command: whether a driver is running, and has been for a while. */
const CONTEXT = 'openstackVif.rendering';
/** How long (ms) a rendering may take before its progress is shown. */
const SLOW = 1000;

/** Shows in the status bar that a driver takes long, and lets the user end it. */
export class DriverProgress implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('openstackVif.progress', vscode.StatusBarAlignment.Left, 100);
  readonly #running = new Set<vscode.CancellationTokenSource>();
  readonly #subscriptions: vscode.Disposable;

  constructor() {
    this.#item.name = vscode.l10n.t('VIF driver');
    this.#item.text = vscode.l10n.t('$(loading~spin) The VIF driver is running: cancel');
    this.#item.tooltip = vscode.l10n.t('Click to end the driver. What was rendered before stays.');
    this.#item.command = CANCEL_COMMAND;
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      vscode.commands.registerCommand(CANCEL_COMMAND, () => {
        for (const running of this.#running) running.cancel();
      }),
    );
  }

  /** Starts a run with a token, and shows that it is under way once it takes long. */
  async during<Answer>(run: (token: vscode.CancellationToken) => Promise<Answer>): Promise<Answer> {
    const running = new vscode.CancellationTokenSource();
    this.#running.add(running);
    const slow = setTimeout(() => {
      this.#show(true);
    }, SLOW);
    try {
      return await run(running.token);
    } finally {
      clearTimeout(slow);
      this.#running.delete(running);
      running.dispose();
      if (this.#running.size === 0) this.#show(false);
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #show(isRunning: boolean): void {
    if (isRunning) this.#item.show();
    else this.#item.hide();
    void vscode.commands.executeCommand('setContext', CONTEXT, isRunning);
  }
}
