import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { edit, panes, paneShows, paneText, render } from '../panes';
import { discardEdits, open, problemAppears, until, workspaceFile } from '../support';

const template = workspaceFile('802.1Qbh/802.1Qbh.vif.xml');
const driver = workspaceFile('802.1Qbh/qbh_driver.py');
const conf = workspaceFile('802.1Qbh/nova.conf');
const request = workspaceFile('802.1Qbh/vif-request.json');

describe('OpenStack VIF: Render Interface XML', () => {
  afterEach(discardEdits);

  it('opens the interface XML beside the template: read-only, of language xml, with the focus left in the template', async () => {
    await open(template);
    const answer = await render();
    assert.equal(answer?.driver, 'qbh_driver.QbhDriver');
    await paneShows(
      /^<interface type='direct'>\n {2}<mac address='02:16:3e:5d:00:01'\/>\n {2}<source dev='eth5' mode='private' \/>/,
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), template.toString());
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'openstack-vif');
    assert.equal(shown?.document.languageId, 'xml');
    assert.notEqual(shown.viewColumn, vscode.window.activeTextEditor.viewColumn);
  });

  it('does not let anyone type into it', async () => {
    await open(template);
    await render();
    await vscode.commands.executeCommand('workbench.action.focusNextGroup');
    await until('the focus in the pane', () => vscode.window.activeTextEditor?.document.uri.scheme === 'openstack-vif');
    const before = paneText();
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(paneText(), before);
  });

  it('has one document for each template and driver', async () => {
    await open(template);
    await render();
    await render();
    assert.equal(panes().length, 1);
    await render({ uri: template.toString(), driver: 'qbh_driver_js.QbhDriver' });
    assert.equal(panes().length, 2);
  });

  it('follows an edit of the template, and keeps the last good output, marked stale, while it is broken', async () => {
    await open(template);
    await render();
    await edit(template, "'private'", "'vepa'");
    await paneShows(/^<interface[^]*mode='vepa'/);
    await edit(template, "'vepa'", "'vepa");
    await paneShows(
      /^<!-- Stale: this is the last good output\. 802\.1Qbh\.vif\.xml, line \d+: .* -->\n<interface[^]*mode='vepa'/,
    );
    await edit(template, "'vepa", "'passthrough'");
    await paneShows(/^<interface[^]*mode='passthrough'/);
  });

  it('tells of edits of the driver, of the request and of nova.conf, and runs the driver again from the pane', async () => {
    await open(template);
    await render();
    await edit(driver, "'source_device':", "'source_device': 'un' +");
    await paneShows(/^<!-- Driver changed — run again\. -->\n<interface[^]*dev='eth5'/);
    await render(panes()[0]);
    await paneShows(/^<interface[^]*dev='uneth5'/);
    await edit(request, 'enterprise_xyz_dept', 'another_dept');
    await paneShows(/^<!-- Request changed — run again\. -->\n<interface[^]*profileid='enterprise_xyz_dept'/);
    await render(panes()[0]);
    await paneShows(/^<interface[^]*profileid='another_dept'/);
    await render();
    await edit(conf, 'qbh_driver.QbhDriver', 'qbh_driver_js.QbhDriver');
    await paneShows(/^<!-- Stale: [^]*nova\.conf selects the driver qbh_driver_js\.QbhDriver now/);
  });

  it('tells of a driver that changes on the disk', async () => {
    const before = await readFile(driver.fsPath, 'utf8');
    await open(template);
    await render();
    try {
      await writeFile(driver.fsPath, before.replace("'source_device':", "'source_device': 'disk' +"));
      await paneShows(/^<!-- Driver changed — run again\. -->/);
    } finally {
      await writeFile(driver.fsPath, before);
    }
    await paneShows(/^<interface[^]*dev='eth5'/);
  });

  it('ends a slow driver when the user cancels it, and keeps the last good output', async () => {
    await open(template);
    await render();
    const mark = vscode.Uri.joinPath(driver, '../started').fsPath;
    const slow = `import time; open(${JSON.stringify(mark)}, 'w'); time.sleep(60)`;
    await edit(driver, 'profile_name = required(', `${slow}; profile_name = required(`);
    const answer = render();
    await until('the run', () => existsSync(mark));
    await vscode.commands.executeCommand('openstackVif.cancelRender');
    await answer;
    await rm(mark);
    await paneShows(/^<!-- Stale: [^]*was cancelled\. [^\n]* -->\n<interface[^]*dev='eth5'/);
  });

  it('shows what is wrong with the XML in the pane too, at its place there', async () => {
    await open(template);
    await edit(template, '${profile_name}', '${profile_nam}');
    await render();
    await paneShows(/profileid=\$\{profile_nam\}/);
    const pane = panes()[0];
    assert.ok(pane);
    const [problem] = await until('a problem in the pane', () => {
      const found = vscode.languages.getDiagnostics(pane).filter(({ code }) => code === 'render.unfilled');
      return found.length > 0 ? found : undefined;
    });
    const document = await vscode.workspace.openTextDocument(pane);
    assert.equal(problem && document.getText(problem.range), '${profile_nam}');
  });

  it('leads from a value to its placeholder and to the key in the driver', async () => {
    await open(template);
    await render();
    await paneShows(/^<interface[^]*dev='eth5'/);
    const pane = panes()[0];
    assert.ok(pane);
    const document = await vscode.workspace.openTextDocument(pane);
    const position = document.positionAt(document.getText().indexOf('eth5') + 1);
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      pane,
      position,
    );
    const texts = await Promise.all(
      links.map(async ({ targetUri, targetRange }) =>
        (await vscode.workspace.openTextDocument(targetUri)).getText(targetRange),
      ),
    );
    assert.deepEqual(texts.sort(), ['${source_device}', 'source_device']);
  });

  it("shows an exception of the driver at the driver's line", async () => {
    const document = await open(driver);
    await edit(
      driver,
      "profile_name = required(network, 'port_profile', 'the port profile of the switch')",
      "raise KeyError('port')",
    );
    await render({ uri: template.toString() });
    const problem = await problemAppears(driver, 'driver.failed');
    assert.equal(document.getText(problem.range), "raise KeyError('port')");
  });

  it('renders for nova.conf the template that it selects', async () => {
    await open(conf);
    assert.match((await render())?.xml ?? '', /dev='eth5'/);
  });
});
