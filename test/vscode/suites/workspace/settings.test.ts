import * as vscode from 'vscode';
import { ask, discardEdits, open, problemAppears, problemGoes, until, workspaceFile } from '../support';

const template = workspaceFile('proposal/802.1Qbh.vif.xml');

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('openstackVif', template)
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}

describe('the settings', () => {
  afterEach(async () => {
    await set('severity', undefined);
    await set('codeLens', undefined);
    await discardEdits();
  });

  it('make a problem milder, leave it out, and bring it back', async () => {
    await open(template);
    await problemAppears(template, 'placeholder.not-provided');
    await set('severity', { 'placeholder.not-provided': 'warning' });
    await until('a warning', async () => {
      const { severity } = await problemAppears(template, 'placeholder.not-provided');
      return severity === vscode.DiagnosticSeverity.Warning;
    });
    await set('severity', { 'placeholder.not-provided': 'ignore' });
    await problemGoes(template, 'placeholder.not-provided');
    await set('severity', undefined);
    await problemAppears(template, 'placeholder.not-provided');
  });

  it('turn code lenses off', async () => {
    await open(template);
    const lenses = (): Promise<readonly vscode.CodeLens[]> => ask('vscode.executeCodeLensProvider', template);
    await until('lenses', async () => (await lenses()).length > 0);
    await set('codeLens', false);
    await until('no lens', async () => (await lenses()).length === 0);
  });
});

describe('choosing another nova.conf', () => {
  afterEach(async () => {
    await ask('openstackVif.chooseConf', null);
    await discardEdits();
  });

  it('lets it govern the templates of the folder, until the nearest is chosen again', async () => {
    await open(template);
    await problemAppears(template, 'placeholder.not-provided');
    await ask('openstackVif.chooseConf', workspaceFile('bridge/nova.conf').toString());
    await problemGoes(template, 'placeholder.not-provided');
    await ask('openstackVif.chooseConf', null);
    await problemAppears(template, 'placeholder.not-provided');
  });
});
