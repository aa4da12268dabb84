import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import {
  keepScreenshot,
  keepWindow,
  openFile,
  pressUntil,
  restMouse,
  runCommand,
  unfoldView,
  useVSCode,
} from './support.mjs';

const TEMPLATE = 'proposal/802.1Qbh.vif.xml';
const REQUEST = 'port-7f0f4c2a.vif-request.json';
const PORT = '7f0f4c2a-4a1c-4f0e-9c33-0d6a3f0a1b5c';

describe('a person who looks at the view "OpenStack VIF"', () => {
  const vscode = useVSCode();

  /** A line of the view, by the start of what a screen reader says of it. */
  const line = (label) =>
    vscode.page.locator(
      `.pane:has(.pane-header[aria-label^="OpenStack VIF"]) .monaco-list-row[aria-label^="${label}"]`,
    );

  it('sees what nova.conf selects, and how it stands with each placeholder', async () => {
    const { page } = vscode;
    await openFile(page, TEMPLATE);
    await unfoldView(page);
    await line('proposal/nova.conf').waitFor();
    await line('proposal/nova.conf').click();
    await line('device_name').waitFor();
    assert.match(await line('device_name').getAttribute('aria-label'), /missing/);
    assert.match(await line('mac_address').getAttribute('aria-label'), /nova-compute/);
    await restMouse(page);
    await keepScreenshot(page, 'explorer', { width: 900, height: 550 });
  });

  it('sees it change with the text', async () => {
    const { workspace } = vscode;
    const file = path.join(workspace, TEMPLATE);
    writeFileSync(file, readFileSync(file, 'utf8').replace('device_name', 'source_device'));
    await line('device_name').waitFor({ state: 'detached' });
    await line('source_device').waitFor();
  });

  it('renders a template, and opens the place of a line', async () => {
    const { page } = vscode;
    const template = line('802.1Qbh, 802.1Qbh.vif.xml');
    await template.hover();
    await template.locator('.action-label[aria-label^="Render"]').click();
    await page.locator('.tab', { hasText: '802.1Qbh · ProposalDriver.xml' }).waitFor();
    await line('ProposalDriver').click();
    await page.locator('.tab', { hasText: 'proposal_driver.py' }).waitFor();
  });

  it('gets a request for a port of Neutron, which is not saved', async () => {
    const { page } = vscode;
    await openFile(page, TEMPLATE);
    const input = page.locator('.quick-input-widget input').first();
    await pressUntil(page, 'F1', input);
    await input.fill('>OpenStack VIF: Fetch Port from Neutron');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Fetch Port' }).first().click();
    await page.locator('.quick-input-title', { hasText: 'Fetch Port from Neutron' }).waitFor();
    await input.fill('a port');
    await page.locator('.quick-input-message', { hasText: 'Give the UUID of a port' }).waitFor();
    await input.fill(PORT);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'A cloud of clouds.yaml' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: PORT }).waitFor();
    await page.locator('.notification-toast', { hasText: 'Use It and Render' }).waitFor();
    await keepWindow(page, 'fetch-port');
  });

  it('has it saved and chosen, and Neutron asked, by one click', async () => {
    const { page, workspace } = vscode;
    await page.locator('.notification-toast .monaco-button', { hasText: 'Use It and Render' }).click();
    await page.locator('.tab', { hasText: '802.1Qbh · NeutronPortDriver.xml' }).waitFor();
    const { network } = JSON.parse(readFileSync(path.join(workspace, `proposal/${REQUEST}`), 'utf8'));
    assert.deepEqual(network, { port_id: PORT });
    await line(REQUEST).waitFor();
  });
});

describe('a person whose folder has nothing of ours yet', () => {
  const vscode = useVSCode({
    folder: (examples) => {
      const folder = path.join(path.dirname(examples), 'machine');
      mkdirSync(folder);
      return folder;
    },
  });

  it('reads in the view what to do next', async () => {
    const { page } = vscode;
    await runCommand(page, 'OpenStack VIF: Open the Example');
    await page.locator('.quick-input-widget .monaco-button', { hasText: 'Put It Here' }).waitFor();
    await page.keyboard.press('Escape');
    await unfoldView(page);
    const welcome = page.locator('.welcome-view', { hasText: 'There is no nova.conf and no VIF template here.' });
    await welcome.locator('.monaco-button', { hasText: 'Open an Example' }).waitFor();
    await keepWindow(page, 'explorer-welcome', { width: 1000, height: 440 });
  });

  it('reads what a template without a nova.conf lacks', async () => {
    const { page, workspace } = vscode;
    writeFileSync(path.join(workspace, 'bridge.vif.xml'), "<interface type='bridge'/>\n");
    await page.locator('.pane', { hasText: 'No nova.conf governs these templates.' }).first().waitFor();
  });
});
