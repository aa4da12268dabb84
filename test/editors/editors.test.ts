import assert from 'node:assert/strict';
import { skipWithout } from '../unit/shipped/programs';
import { isInstalled, runEditor, type Editor, type EditorProblem, type Report } from './runEditor';

const EDITORS: readonly Editor[] = [
  {
    name: 'Neovim',
    language: 'lua',
    steps: 'neovim.lua',
    probe: ['nvim', '--version'],
    command: (configuration, steps) => ['nvim', '--headless', '-n', '-i', 'NONE', '-u', configuration, '-S', steps],
  },
  {
    name: 'Emacs with Eglot',
    language: 'elisp',
    steps: 'emacs.el',
    probe: ['emacs', '--batch', '--funcall', 'package-initialize', '--eval', "(require 'eglot)"],
    command: (configuration, steps) => {
      return ['emacs', '--batch', '--funcall', 'package-initialize', '--load', configuration, '--load', steps];
    },
  },
  {
    name: 'Vim with ALE',
    language: 'vim',
    steps: 'vim.vim',
    probe: ['vim', '-Nesu', 'NONE', '-c', 'try | packadd ale | catch | cquit | endtry', '-c', 'qall!'],
    command: (configuration, steps) => ['vim', '-Nes', '-n', '-i', 'NONE', '-u', configuration, '-S', steps],
  },
];

const FIXED = `<interface type='direct'>
  <mac address=\${mac_address}/>
  <source dev=\${source_device} mode='private' />
  <virtualport type='802.1Qbh'>
    <parameters profileid=\${profile_name}/>
  </virtualport>
  <model type='virtio' />
</interface>
`;

const XML = `<interface type='direct'>
  <mac address='02:16:3e:5d:00:01'/>
  <source dev='eth5' mode='private' />
  <virtualport type='802.1Qbh'>
    <parameters profileid='enterprise_xyz_dept'/>
  </virtualport>
  <model type='virtio' />
</interface>
`;

function assertProblem([found, ...others]: readonly EditorProblem[], at: string, text: RegExp): void {
  assert.deepEqual(others, []);
  assert.equal(`${found?.line}:${found?.column}`, at);
  assert.match(found?.text ?? '', text);
}

for (const editor of EDITORS) {
  describe(`${editor.name}, configured as docs/editors.md says`, function () {
    this.timeout(120_000);
    let report: Report;
    before(function () {
      skipWithout(this, isInstalled(editor) ? [] : [editor.name]);
      report = runEditor(editor);
    });

    it('shows the problems of a template', () => {
      assertProblem(report.template, '3:15', /placeholder\.not-provided.*does not provide 'device_name'/);
    });

    it('shows the problems of a nova.conf', () => {
      assertProblem(report.conf, '2:1', /nova-conf\.option-misspelt.*libvirt_vif_tpye/);
    });

    it('shows the problems of a driver', () => {
      assertProblem(report.driver, '1:7', /driver\.no-method.*The class Driver/);
    });

    it('applies a quick fix, and the problem goes', () => {
      assert.equal(report.fixed, FIXED);
      assert.equal(report.left, 0);
    });

    it('renders what stands in the editor, saved or not', () => {
      assert.equal(report.rendered.trim(), XML.trim());
    });

    it('says why there is nothing to render', () => {
      assert.match(report.refused, /VIF type/);
      assert.match(report.failed, /no such port/);
    });
  });
}
