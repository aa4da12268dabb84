import assert from 'node:assert/strict';
import { applyQuickFix, discardEdits, open, problemAppears, problemGoes, replaceText, workspaceFile } from '../support';

interface Case {
  readonly name: string;
  readonly file: string;
  /** What makes the problem, where the example does not have it. */
  readonly edit?: readonly [oldText: string, newText: string];
  readonly code: string;
  readonly title: string;
  readonly fixed: readonly [file: string, text: string];
}

const TEMPLATE = 'proposal/802.1Qbh.vif.xml';
const DRIVER = 'proposal/proposal_driver.py';
const CONF = 'proposal/nova.conf';

const CASES: readonly Case[] = [
  {
    name: 'renames the placeholder',
    file: TEMPLATE,
    code: 'placeholder.not-provided',
    title: "Rename the placeholder to 'source_device'",
    fixed: [TEMPLATE, 'dev=${source_device}'],
  },
  {
    name: "adds the key to the driver's output_keys",
    file: TEMPLATE,
    code: 'placeholder.not-provided',
    title: "Add 'device_name' to the output keys of ProposalDriver",
    fixed: [DRIVER, "'device_name']"],
  },
  {
    name: 'quotes the attribute value',
    file: TEMPLATE,
    edit: ["'private'", 'private'],
    code: 'template.value-unquoted',
    title: 'Quote the attribute value',
    fixed: [TEMPLATE, "mode='private'"],
  },
  {
    name: 'renames the misspelt option',
    file: CONF,
    edit: ['libvirtVIFDriver', 'libvirtVIFDirver'],
    code: 'nova-conf.option-misspelt',
    title: 'Rename to libvirtVIFDriver',
    fixed: [CONF, '--libvirtVIFDriver=proposal_driver.ProposalDriver'],
  },
];

describe('the quick fix', () => {
  afterEach(discardEdits);

  for (const { name, file, edit, code, title, fixed } of CASES) {
    it(name, async () => {
      const uri = workspaceFile(file);
      const document = await open(uri);
      if (edit) await replaceText(document, document.getText().replace(...edit));
      await applyQuickFix(uri, await problemAppears(uri, code), title);
      const [fixedFile, text] = fixed;
      const fixedDocument = await open(workspaceFile(fixedFile));
      assert.ok(fixedDocument.getText().includes(text), fixedDocument.getText());
      await problemGoes(uri, code);
    });
  }
});
