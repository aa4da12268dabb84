import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RenderAnswer } from '../../../../server/src/wire/protocol';
import { open, problemAppears, workspaceFile } from '../support';

describe('the packaged extension', () => {
  it('is installed, and is not the one from source', () => {
    const extension = vscode.extensions.getExtension('openstack-vif.openstack-vif');
    assert.ok(extension, 'there is no such extension');
    assert.match(extension.extensionPath, /[\\/]extensions[\\/]openstack-vif\.openstack-vif-[^\\/]+$/);
  });

  it('finds the fault', async () => {
    const template = workspaceFile('proposal/802.1Qbh.vif.xml');
    await open(template);
    await problemAppears(template, 'placeholder.not-provided');
  });

  for (const driver of ['qbh_driver.QbhDriver', 'qbh_driver_js.QbhDriver']) {
    it(`runs the driver ${driver} and renders`, async () => {
      const uri = workspaceFile('802.1Qbh/802.1Qbh.vif.xml').toString();
      const answer = await vscode.commands.executeCommand<RenderAnswer>('openstackVif.render', { uri, driver });
      assert.match(answer.xml ?? answer.message ?? '', /<source dev='eth5' mode='private' \/>/);
    });
  }

  it('drives a driver with the request that ships where none is near', async () => {
    const uri = workspaceFile('proposal/802.1Qbh.vif.xml').toString();
    const answer = await vscode.commands.executeCommand<RenderAnswer>('openstackVif.render', { uri });
    assert.match(
      answer.xml ?? answer.message ?? '',
      /<mac address='([0-9a-f]{2}:){5}[0-9a-f]{2}'\/>\n {2}<source dev=\$\{device_name\}/,
    );
  });
});
