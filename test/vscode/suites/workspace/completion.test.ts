import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, discardEdits, open, placeOf, replaceText, until, workspaceFile } from '../support';

interface Case {
  readonly name: string;
  readonly file: string;
  /** What stands in the file before, and what is typed in its place, with the cursor. */
  readonly typed: readonly [before: string, after: string];
  readonly label: string;
  readonly accepted: string;
}

const CASES: readonly Case[] = [
  {
    name: "the driver's keys in a template",
    file: '802.1Qbh/802.1Qbh.vif.xml',
    typed: ['dev=${source_device}', 'dev=${sou|'],
    label: 'source_device',
    accepted: 'dev=${source_device}',
  },
  {
    name: 'option names in nova.conf',
    file: '802.1Qbh/nova.conf',
    typed: ['libvirt_type = kvm', 'libvirt_vif_d|'],
    label: 'libvirt_vif_driver',
    accepted: 'libvirt_vif_driver = ',
  },
  {
    name: 'the drivers of the workspace in nova.conf',
    file: '802.1Qbh/nova.conf',
    typed: ['libvirt_vif_driver = qbh_driver.QbhDriver', 'libvirt_vif_driver = qbh_|'],
    label: 'qbh_driver.QbhDriver',
    accepted: 'libvirt_vif_driver = qbh_driver.QbhDriver',
  },
  {
    name: 'the keys that the template asks for in a driver',
    file: '802.1Qbh/qbh_driver.py',
    typed: ["output_keys = ['source_device', 'profile_name']", "output_keys = ['source_device', 'pro|']"],
    label: 'profile_name',
    accepted: "output_keys = ['source_device', 'profile_name']",
  },
];

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

describe('completion offers', () => {
  afterEach(discardEdits);

  for (const { name, file, typed, label, accepted } of CASES) {
    it(`${name}, and what is accepted fits`, async () => {
      const document = await open(workspaceFile(file));
      const [before, after] = typed;
      await replaceText(
        document,
        document.getText().replace(before, () => after.replace('|', '')),
      );
      const place = placeOf(document, after);
      const item = await until(label, async () => {
        const { items } = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, place);
        return items.find((offered) => labelOf(offered) === label);
      });
      const { range, insertText } = item;
      assert.ok(insertText !== undefined && range !== undefined);
      const text = typeof insertText === 'string' ? insertText : insertText.value.replace(/\$0/, '');
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, range instanceof vscode.Range ? range : range.replacing, text);
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.ok(document.getText().includes(accepted), document.getText());
    });
  }
});
