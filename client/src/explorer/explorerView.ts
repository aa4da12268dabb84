import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  EXPLORER,
  EXPLORER_CHANGED,
  EXPLORER_DRIVERS,
  type DriverNode,
  type ExplorerDriversParams,
  type ExplorerNode,
} from '../../../server/src/wire/protocol';
import { openNode, treeItem } from './treeItems';

/** The view's name in package.json. */
const VIEW = 'openstackVif.explorer';
const OPEN_COMMAND = 'openstackVif.explorer.open';
/** What package.json asks before it shows the view: whether there was reason to start the extension. */
const ACTIVE = 'openstackVif.active';

/** What lies below a node that the server has sent whole. */
function childrenOf(node: ExplorerNode): readonly ExplorerNode[] {
  return 'children' in node ? node.children : [];
}

/** The view "OpenStack VIF" beside the files: what each nova.conf selects, and how it stands with the placeholders. The server makes the tree. */
export class ExplorerView implements vscode.TreeDataProvider<ExplorerNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<ExplorerNode>;
  readonly #subscriptions: vscode.Disposable;
  /** The one nova.conf that there is: it is unfolded from the start. */
  #only: string | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  /** The client must be running. */
  constructor(private readonly client: BaseLanguageClient) {
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#view,
      client.onNotification(EXPLORER_CHANGED, () => {
        this.#changed.fire(undefined);
      }),
      vscode.commands.registerCommand(OPEN_COMMAND, openNode),
    );
    void vscode.commands.executeCommand('setContext', ACTIVE, true);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  getTreeItem(node: ExplorerNode): vscode.TreeItem {
    const item = treeItem(node);
    if (node.id === this.#only) item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    return item;
  }

  async getChildren(node?: ExplorerNode): Promise<ExplorerNode[]> {
    if (!node) return this.#roots();
    if (node.kind !== 'drivers') return [...childrenOf(node)];
    const params: ExplorerDriversParams = { conf: node.conf };
    return this.#ask(() => this.client.sendRequest<DriverNode[]>(EXPLORER_DRIVERS, params));
  }

  /** A server that ended meanwhile has nothing to show: the next one says that the tree has changed. VS Code would pop an error up. */
  async #ask<Node>(request: () => Promise<Node[]>): Promise<Node[]> {
    try {
      return await request();
    } catch (error) {
      if (this.client.isRunning()) throw error;
      return [];
    }
  }

  async #roots(): Promise<ExplorerNode[]> {
    const roots = await this.#ask(() => this.client.sendRequest<ExplorerNode[]>(EXPLORER));
    const [only, another] = roots;
    this.#only = another ? undefined : only?.id;
    const noConf = vscode.l10n.t(
      'No nova.conf governs these templates. Save one beside them that sets libvirt_vif_type and libvirt_vif_driver.',
    );
    this.#view.message = only?.kind === 'ungoverned' ? noConf : '';
    return roots;
  }
}
