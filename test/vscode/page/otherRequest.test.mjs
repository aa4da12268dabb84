import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { keepScreenshot, openFile, restMouse, runCommand, useVSCode } from './support.mjs';

const TEMPLATE = '802.1Qbh/802.1Qbh.vif.xml';
const REQUEST = '802.1Qbh/vif-request.json';

describe('a person who has several requests', () => {
  const vscode = useVSCode();
  let outside;

  /** A line of the list that is open. */
  const entry = (label) => vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: label });
  const lens = (text) => vscode.page.locator('.codelens-decoration a', { hasText: text });
  const lineWith = (text) => vscode.page.locator('.view-line', { hasText: text });

  /** Runs the driver again, once the pane says that the request has changed. */
  const runAgain = async () => {
    await lens('Request changed — run again').click();
    await lens(/^\s*Run again/).waitFor();
  };

  /** Writes the request that the template has to a file, with another profile. */
  const writeRequest = (file, profile) => {
    const text = readFileSync(path.join(vscode.workspace, REQUEST), 'utf8');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text.replaceAll('enterprise_xyz_dept', profile));
  };

  it('sees those of the folder, and a way to any other file', async () => {
    const { page, workspace } = vscode;
    outside = path.join(workspace, '../ports of düsseldorf/port 7.json');
    writeRequest(path.join(workspace, '802.1Qbh/lab.vif-request.json'), 'lab_profile');
    writeRequest(outside, 'profile_7');
    const editor = await openFile(page, TEMPLATE);
    await editor.locator('.codelens-decoration', { hasText: 'Render' }).first().waitFor();
    await runCommand(page, 'OpenStack VIF: Choose Request');
    await entry('802.1Qbh/lab.vif-request.json').waitFor();
    await entry('The nearest vif-request.json').waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'other-request', { left: 352, height: 320 });
  });

  it('renders with one that is chosen', async () => {
    const { page } = vscode;
    await entry('802.1Qbh/lab.vif-request.json').click();
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    await lineWith("'lab_profile'").waitFor();
  });

  it('chooses one that lies outside of the folder, which the pane says is another', async () => {
    const { page } = vscode;
    await openFile(page, TEMPLATE);
    await runCommand(page, 'OpenStack VIF: Choose Request');
    await entry('Other File…').click();
    const input = page.locator('.quick-input-widget input').first();
    await page.locator('.quick-input-title', { hasText: 'The Request for the Templates of examples' }).waitFor();
    await entry('lab.vif-request.json').waitFor();
    await input.fill(`${path.dirname(outside)}/`);
    await entry('port 7.json').click();
    await runAgain();
    await lineWith("'profile_7'").waitFor();
  });

  it('is told when that changes on the disk', async () => {
    writeFileSync(outside, readFileSync(outside, 'utf8').replaceAll('profile_7', 'profile_8'));
    await runAgain();
    await lineWith("'profile_8'").waitFor();
  });

  it('sees in the pane which is in use, and takes the nearest again', async () => {
    const { page } = vscode;
    await page.locator('.tab', { hasText: '802.1Qbh · QbhDriver.xml' }).click();
    await runCommand(page, 'OpenStack VIF: Choose Request');
    await entry('port 7.json').filter({ hasText: 'in use' }).waitFor();
    await keepScreenshot(page, 'other-request-in-use', { left: 352, height: 320 });
    await entry('The nearest vif-request.json').click();
    await runAgain();
    await lineWith("'enterprise_xyz_dept'").waitFor();
  });
});
