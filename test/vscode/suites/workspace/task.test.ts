import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Runs a task to its end. */
async function exitCodeOf(task: vscode.Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const subscription = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      subscription.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  return ended;
}

describe('the task "vif: check"', () => {
  it('is offered for the folder, and ends with 1 where there is an error', async () => {
    const [task, ...others] = await vscode.tasks.fetchTasks({ type: 'vif' });
    assert.ok(task);
    assert.deepEqual(others, []);
    assert.equal(`${task.source}: ${task.name}`, 'vif: check');
    assert.equal(await exitCodeOf(task), 1);
  });
});
