import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { discardEdits, open, problemAppears, problemGoes, problems, replaceText, workspaceFile } from '../support';

const template = workspaceFile('proposal/802.1Qbh.vif.xml');
const driver = workspaceFile('proposal/proposal_driver.py');
const conf = workspaceFile('proposal/nova.conf');

/** Replaces a piece of an open document's text. */
async function replace(document: vscode.TextDocument, oldText: string, newText: string): Promise<void> {
  await replaceText(document, document.getText().replace(oldText, newText));
}

describe('VS Code', () => {
  it('is at least the version that the extension asks for, and trusts the folder', () => {
    const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
    assert.ok(major > 1 || (major === 1 && minor >= 100), vscode.version);
    assert.equal(vscode.workspace.isTrusted, true);
  });
});

describe("the diagnostics of the proposal's example", () => {
  afterEach(discardEdits);

  it("underline what the driver does not provide, and lead to the driver's line", async () => {
    const document = await open(template);
    const problem = await problemAppears(template, 'placeholder.not-provided');
    assert.equal(document.getText(problem.range), '${device_name}');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.match(problem.message, /Did you mean 'source_device'\?/);
    const [related] = problem.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), driver.toString());
  });

  it('come and go with the text of the template', async () => {
    const document = await open(template);
    await problemAppears(template, 'placeholder.not-provided');
    await replace(document, 'device_name', 'source_device');
    await problemGoes(template, 'placeholder.not-provided');
    await replace(document, "'private'", "'private");
    await problemAppears(template, 'template.quote-missing');
    await replace(document, "'private", "'private'");
    await problemGoes(template, 'template.quote-missing');
  });

  it('come and go with the text of the driver, which is not saved', async () => {
    await open(template);
    await problemAppears(template, 'placeholder.not-provided');
    const document = await open(driver);
    await problemAppears(driver, 'driver.key-unused');
    await replace(document, "'source_device'", "'device_name'");
    await problemGoes(template, 'placeholder.not-provided');
    await problemGoes(driver, 'driver.key-unused');
  });

  it('come and go with the text of nova.conf', async () => {
    const document = await open(conf);
    await problemAppears(template, 'placeholder.not-provided');
    await replace(document, 'ProposalDriver', 'ProposalDrive');
    await problemAppears(conf, 'selection.driver-class-not-found');
    await problemGoes(template, 'placeholder.not-provided');
    await replace(document, 'ProposalDrive', 'ProposalDriver');
    await problemAppears(template, 'placeholder.not-provided');
  });

  it('come and go with files on the disk', async () => {
    const other = workspaceFile('proposal/802.1Qbg.vif.xml');
    const document = await open(conf);
    await replace(document, '802.1Qbh', '802.1Qbg');
    await problemAppears(conf, 'selection.vif-type-unknown');
    await writeFile(other.fsPath, '<interface><source dev=${source_device}/></interface>');
    await problemGoes(conf, 'selection.vif-type-unknown');
    await rm(other.fsPath);
    await problemAppears(conf, 'selection.vif-type-unknown');
  });

  it('say nothing of the other examples', async () => {
    await problemAppears(template, 'placeholder.not-provided');
    const others = vscode.languages.getDiagnostics().filter(([uri]) => !uri.path.includes('/proposal/'));
    assert.deepEqual(
      others.flatMap(([uri, found]) => found.map(({ message }) => `${uri.path}: ${message}`)),
      [],
    );
    assert.equal(problems(workspaceFile('802.1Qbh/802.1Qbh.vif.xml'), 'placeholder.not-provided').length, 0);
  });
});
