import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { codeBlocks } from '../codeBlocks';
import { vif } from './vif';

const ROOT = path.join(__dirname, '../..');
const EXAMPLE = path.join(ROOT, 'examples/nova');
const [REQUEST = ''] = codeBlocks('nova.md', 'json');
const [XML = ''] = codeBlocks('nova.md', 'xml');

describe("today's Nova, as docs/nova.md and examples/nova have it", () => {
  it('the request of the page is that of the example', () => {
    assert.equal(REQUEST, readFileSync(path.join(EXAMPLE, 'vif-request.json'), 'utf8'));
  });

  it("the page's command writes the page's XML", () => {
    const request = path.join(EXAMPLE, 'vif-request.json');
    const args = ['--template', 'templates/nova.vif.xml', '--driver', 'NovaVifDriver', '--request', request];
    assert.deepEqual(vif(ROOT, 'render', ...args), { code: 0, stdout: XML, stderr: '' });
  });

  it('so does the nova.conf of the example, with the request that lies beside it', () => {
    assert.deepEqual(vif(EXAMPLE, 'render', '--strict'), { code: 0, stdout: XML, stderr: '' });
    assert.equal(vif('/', 'render', '--conf', path.join(EXAMPLE, 'nova.conf')).stdout, XML);
  });

  it('a VIF type that is asked for comes before that of the request', () => {
    const { stdout } = vif(EXAMPLE, 'render', '--vif-type', 'bridge');
    assert.match(stdout, /^<interface type='bridge'>[^]*<source bridge='br-int'\/>/);
  });

  it('nothing is wrong with the example, though its nova.conf leaves the VIF type open', () => {
    assert.equal(vif(EXAMPLE, 'check').stdout, '');
  });
});
