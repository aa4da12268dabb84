import assert from 'node:assert/strict';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'proposal_driver.py';
const INTERFACE = "<interface type='user'><mac address='${mac_address}'/></interface>";

/** How long (ms) the largest may take: ten megabytes take some seconds alone, and other tests run beside these. */
const PATIENCE = 60_000;

/** What is opened in place of a file, and all codes that it then has. */
const CASES: readonly (readonly [name: string, file: string, text: string, codes: readonly string[]])[] = [
  ['an empty template file', TEMPLATE, '', ['template.no-interface']],
  ['an empty nova.conf', 'nova.conf', '', ['selection.vif-type-not-set', 'selection.driver-not-set']],
  ['an empty driver', DRIVER, '', []],
  ['a binary template file', TEMPLATE, '\u0000\u0001PNG\ufffd${x}<', ['template.not-text']],
  [
    'a template with unclosed tags',
    TEMPLATE,
    '<interface><source dev="${device_name}"><a>',
    [...Array<string>(3).fill('template.xml-syntax'), 'placeholder.not-provided'],
  ],
  ['a template with CRLF', TEMPLATE, INTERFACE.replaceAll('>', '>\r\n'), []],
  ['a template with lone CR', TEMPLATE, INTERFACE.replaceAll('>', '>\r'), []],
  ['a template with a byte order mark', TEMPLATE, `\ufeff${INTERFACE}`, []],
  ['a document type declaration', TEMPLATE, `<!DOCTYPE interface [<!ENTITY a "b">]>${INTERFACE}`, ['template.doctype']],
  [
    'a template of 10 MB',
    TEMPLATE,
    `<interface>${'<a b="c"/>\n'.repeat(1_000_000)}<x y='\${nobody}'/></interface>`,
    ['placeholder.not-provided'],
  ],
  [
    'a nova.conf with no section',
    'nova.conf',
    'libvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = proposal_driver.ProposalDriver\n',
    ['nova-conf.no-section'],
  ],
  [
    'an option set twice',
    'nova.conf',
    '--libvirt_vif_type=x\n--libvirt_vif_type=802.1Qbh\n--libvirt_vif_driver=proposal_driver.ProposalDriver\n',
    ['nova-conf.option-repeated'],
  ],
  [
    '% and $ in values',
    'nova.conf',
    '[DEFAULT]\ntype = 802.1Qbh\nlibvirt_vif_type = $type\nlibvirt_vif_driver = proposal_driver.ProposalDriver\nx = 100%% $$ %(y)s\n',
    [],
  ],
];

describe('bad input', () => {
  const example = copyExample('proposal');
  let client: Client;
  beforeEach(async () => {
    client = await Client.start({ folder: example.folder });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
  });
  after(() => {
    example.dispose();
  });

  for (const [name, file, text, codes] of CASES) {
    it(`is understood as far as it goes: ${name}`, async function () {
      this.timeout(2 * PATIENCE);
      await client.codes(TEMPLATE, ['placeholder.not-provided']);
      await client.open(file, text);
      await client.answered(file, PATIENCE);
      await client.codes(file, codes);
    });
  }

  it('in masses does not flood the client: the worst thousand problems are shown', async () => {
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    await client.open(TEMPLATE, `<interface>${'<a b=${source_device c="${nobody}"/>'.repeat(600)}<d></interface>`);
    await client.answered(TEMPLATE);
    assert.equal(client.diagnostics(TEMPLATE)?.length, 1000);
  });

  it('of a driver with a syntax error is a warning there, and no error in the template', async () => {
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    await client.open(
      DRIVER,
      'class ProposalDriver:\n    def getVIFConfiguration(self, instance, network:\n        return {"source_device": 1\n',
    );
    const [problem] = await client.codes(DRIVER, ['driver.syntax']);
    assert.equal(problem?.severity, 2);
    const told = await client.codes(TEMPLATE, ['placeholder.not-provided', 'placeholder.not-provided']);
    assert.deepEqual(
      told.map(({ severity }) => severity),
      [4, 4],
    );
  });
});
