import * as vscode from 'vscode';

/** The type of the tasks that run `vif check`, as package.json defines it. */
const TYPE = 'vif';
const CHECKED = '**/{nova.conf,nova-*.conf,*.vif.xml}';

/** What tasks.json says of such a task. */
interface CheckDefinition extends vscode.TaskDefinition {
  readonly task: 'check';
  /** The nova.conf that governs all templates. */
  readonly conf?: string;
}

function isCheck(definition: vscode.TaskDefinition): definition is CheckDefinition {
  const { task, conf } = definition as { task?: unknown; conf?: unknown };
  return task === 'check' && (conf === undefined || typeof conf === 'string');
}

/** Runs the command line in the folder, with the Node that runs this: `ELECTRON_RUN_AS_NODE` makes one of VS Code's own program. */
function makeTask(cli: string, definition: CheckDefinition, folder: vscode.WorkspaceFolder): vscode.Task {
  const args = [cli, 'check', ...(definition.conf === undefined ? [] : ['--conf', definition.conf]), '.'];
  const options = { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } };
  const execution = new vscode.ProcessExecution(process.execPath, args, options);
  // No problem matcher: the language server shows the same problems already. tasks.json can add $vif where it does not.
  const task = new vscode.Task(definition, folder, 'check', TYPE, execution, []);
  task.group = vscode.TaskGroup.Test;
  task.detail = vscode.l10n.t('Checks every nova.conf, template and driver of the folder.');
  return task;
}

/** A workspace folder on the disk that holds something to check. */
async function hasFiles(folder: vscode.WorkspaceFolder): Promise<boolean> {
  if (folder.uri.scheme !== 'file') return false;
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, CHECKED), undefined, 1);
  return found.length > 0;
}

class CheckTasks implements vscode.TaskProvider {
  constructor(private readonly cli: string) {}

  async provideTasks(): Promise<vscode.Task[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const held = await Promise.all(folders.map(hasFiles));
    const definition: CheckDefinition = { type: TYPE, task: 'check' };
    return folders.filter((_, index) => held[index]).map((folder) => makeTask(this.cli, definition, folder));
  }

  resolveTask({ definition, scope }: vscode.Task): vscode.Task | undefined {
    const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
    return folder && isCheck(definition) ? makeTask(this.cli, definition, folder) : undefined;
  }
}

/** Offers the task "vif: check" for each folder; `cli` is the path of the bundled command line. Nothing runs before the user starts one. */
export function registerCheckTasks(cli: string): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TYPE, new CheckTasks(cli));
}
