import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { keepScreenshot, openFile, restMouse, runCommand, useVSCode } from './support.mjs';

const TEMPLATE = '802.1Qbh/802.1Qbh.vif.xml';
const REQUEST = '802.1Qbh/vif-request.json';

/** The process of the language server in the window of these tests: it was started out of the extensions that they have installed. */
function findServer() {
  const { VIF_TEST_EXTENSIONS: extensions } = process.env;
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const [server] = processes.filter((line) => line.includes(extensions) && /dist\/server\.js --node-ipc/.test(line));
  return server && Number.parseInt(server, 10);
}

/** Waits for a server other than one that has ended. */
async function anotherServer(ended) {
  for (let tries = 200; tries > 0; tries--) {
    const server = findServer();
    if (server && server !== ended) return server;
    await sleep(100);
  }
  throw new Error('No server was started again.');
}

describe('a person whose language server crashes', () => {
  const vscode = useVSCode();
  const lens = (text) => vscode.page.locator('.codelens-decoration a', { hasText: text });
  const picture = () => vscode.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  it('has what was rendered still, is told why it follows no more, and nothing pops up', async () => {
    const { page, workspace } = vscode;
    const request = readFileSync(path.join(workspace, REQUEST), 'utf8');
    const other = path.join(workspace, 'lab.vif-request.json');
    writeFileSync(other, request.replaceAll('enterprise_xyz_dept', 'lab_profile'));
    const editor = await openFile(page, TEMPLATE);
    await editor.locator('.codelens-decoration', { hasText: 'Render' }).first().waitFor();
    await runCommand(page, 'OpenStack VIF: Choose Request');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'lab.vif-request.json' }).click();
    await runCommand(page, 'OpenStack VIF: Choose nova.conf');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '802.1Qbh/nova.conf' }).click();
    await runCommand(page, 'OpenStack VIF: Show Topology');
    await picture().locator('a[aria-label^="device eth5"]:visible').waitFor();
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    await page.locator('.view-line', { hasText: "'lab_profile'" }).waitFor();
    const server = findServer();
    process.kill(server, 'SIGKILL');
    await page.locator('.view-line', { hasText: /The.language.server.ended/ }).waitFor();
    await page.locator('.view-line', { hasText: "'lab_profile'" }).waitFor();
    await anotherServer(server);
    await restMouse(page);
    await keepScreenshot(page, 'server-ended', { height: 360 });
    await page.locator('.tab', { hasText: 'Topology' }).click();
    await picture().getByText('The language server ended').waitFor();
    await picture().locator('a[aria-label^="device eth5"]:visible').waitFor();
    assert.equal(await page.locator('.notification-toast').count(), 0);
  });

  it('renders again with the nova.conf and the request that were chosen before, and all follows again', async () => {
    const { page } = vscode;
    await page.locator('.tab', { hasText: '802.1Qbh · QbhDriver.xml' }).click();
    await lens('Run again').click();
    await page.locator('.view-line', { hasText: /The.language.server.ended/ }).waitFor({ state: 'detached' });
    await page.locator('.view-line', { hasText: "'lab_profile'" }).waitFor();
    await page.locator('.tab', { hasText: 'Topology' }).click();
    await picture().getByText('The language server ended').waitFor({ state: 'detached' });
    await openFile(page, 'proposal/802.1Qbh.vif.xml');
    await page.locator('.statusbar-item', { hasText: '802.1Qbh · QbhDriver' }).waitFor();
  });

  it('reads in the log how it ended', async () => {
    const { page } = vscode;
    await runCommand(page, 'Output: Show Output Channels');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'OpenStack VIF' }).click();
    await page.locator('.output-view .view-line', { hasText: /Server.process.exited.with.signal.SIGKILL/ }).waitFor();
  });
});
