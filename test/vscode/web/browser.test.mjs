import { describe, it } from 'mocha';
import { mendFault, putExampleInto } from '../page/proposal.mjs';
import { hoverOver, keepScreenshot, openFile, restMouse, runCommand } from '../page/support.mjs';
import { useWebVSCode } from './support.mjs';

const TEMPLATE = 'proposal/802.1Qbh.vif.xml';

describe('a person who opens the examples in a browser', () => {
  const vscode = useWebVSCode();

  it("sees the proposal's fault underlined, and reads why", async () => {
    const { page, open } = vscode;
    await open('vscode-vfs://github/examples');
    const editor = await openFile(page, TEMPLATE);
    await hoverOver(page, editor.locator('.squiggly-error'));
    await page.locator('.monaco-hover', { hasText: "Did you mean 'source_device'?" }).first().waitFor();
    await keepScreenshot(page, 'web-fault', { height: 360 });
  });

  it('reads which driver fills a placeholder', async () => {
    const { page } = vscode;
    await page.keyboard.press('Escape');
    const editor = await openFile(page, TEMPLATE);
    await hoverOver(page, editor.locator('.view-line span', { hasText: /^profile_name$/ }));
    await page.locator('.monaco-hover', { hasText: 'proposal_driver.ProposalDriver' }).first().waitFor();
    await keepScreenshot(page, 'web-hover', { height: 360 });
  });

  it('reads in a sentence why nothing is rendered', async () => {
    const { page } = vscode;
    await page.keyboard.press('Escape');
    await openFile(page, TEMPLATE);
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    await page
      .locator('.notification-toast', { hasText: 'No driver can be run here: open the folder on a machine.' })
      .waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'web-render');
  });

  it('mends the fault from the keyboard', async () => {
    const { page } = vscode;
    const editor = await openFile(page, TEMPLATE);
    await mendFault(page, editor);
    await page.locator('.view-line', { hasText: '${source_device}' }).first().waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'web-mended', { height: 360 });
  });

  it('sees the fault in files that VS Code cannot search, too', async () => {
    const { page, open } = vscode;
    await open('memfs:/examples', TEMPLATE);
    await page.locator('.squiggly-error').waitFor({ state: 'attached' });
    await page.locator('.statusbar-item', { hasText: '802.1Qbh · ProposalDriver' }).waitFor();
    await keepScreenshot(page, 'web-memory');
  });

  it('has the example copied to where its files are', async () => {
    const { page } = vscode;
    await runCommand(page, 'OpenStack VIF: Open the Example');
    await putExampleInto(page, '/examples/');
    const group = page.locator('.editor-group-container.active');
    await group.locator('.breadcrumbs-control', { hasText: 'openstack-vif-example' }).waitFor();
    await page.locator('.squiggly-error').waitFor({ state: 'attached' });
    await page.locator('.statusbar-item', { hasText: '802.1Qbh · ProposalDriver' }).waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'web-example');
  });
});
