import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyExample } from '../protocol/workspaceFolder';

const FILES = {
  'broken/nova.conf': '[DEFAULT]\nlibvirt_vif_tpye = 802.1Qbh\nlibvirt_vif_driver = driver.Driver\n',
  'broken/driver.py': 'class Driver:\n    """Makes nothing."""\n',
  'failing/nova.conf': '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = failing_driver.FailingDriver\n',
  'failing/802.1Qbh.vif.xml': '<interface type=${type}/>\n',
  'failing/failing_driver.py': `class FailingDriver:
    output_keys = ['type']

    def getVIFConfiguration(self, instance, network):
        raise ValueError('no such port')
`,
};

/** A folder to open in an editor: the proposal's example, with its fault; `broken/`, faulty otherwise; `failing/`, whose driver fails. */
export function editorWorkspace(): ReturnType<typeof copyExample> {
  const workspace = copyExample('proposal');
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(workspace.folder, file)), { recursive: true });
    writeFileSync(path.join(workspace.folder, file), text);
  }
  return workspace;
}
