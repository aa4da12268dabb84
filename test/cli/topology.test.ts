import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sax from 'sax';
import { makeCheetahWorkspace } from '../cheetahWorkspace';
import { copyExample } from '../protocol/workspaceFolder';
import { vif } from './vif';

/** The words of an SVG file, which has to be well-formed. */
function wordsOf(file: string): readonly string[] {
  const words: string[] = [];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.ontext = (text) => words.push(text);
  parser.write(readFileSync(file, 'utf8')).close();
  return words;
}

describe('vif render --topology', () => {
  const qbh = copyExample('802.1Qbh');
  const proposal = copyExample('proposal');
  const cheetah = makeCheetahWorkspace();
  after(() => {
    for (const each of [qbh, proposal, cheetah]) each.dispose();
  });

  it('writes the picture beside the XML, and nothing else', () => {
    const before = readdirSync(qbh.folder);
    const plain = vif(qbh.folder, 'render');
    assert.deepEqual(vif(qbh.folder, 'render', '--topology', 'picture.svg'), plain);
    assert.equal(plain.code, 0);
    assert.deepEqual(
      readdirSync(qbh.folder).filter((name) => !before.includes(name)),
      ['picture.svg'],
    );
    const words = wordsOf(path.join(qbh.folder, 'picture.svg'));
    for (const word of ['VIF type 802.1Qbh', 'Host device', 'eth5', 'enterprise_xyz_dept', 'from nova-compute'])
      assert.ok(words.includes(word), word);
  });

  it('leads from a value to its line in the template, also from another folder', () => {
    mkdirSync(path.join(qbh.folder, 'out'));
    vif(qbh.folder, 'render', '--topology', 'out/picture.svg');
    const svg = readFileSync(path.join(qbh.folder, 'out/picture.svg'), 'utf8');
    const line =
      readFileSync(path.join(qbh.folder, '802.1Qbh.vif.xml'), 'utf8')
        .split('\n')
        .findIndex((each) => each.includes('<source dev=')) + 1;
    assert.match(
      svg,
      new RegExp(`<a href="\\.\\./802\\.1Qbh\\.vif\\.xml#L${line}" aria-label="device eth5, from the driver">`),
    );
  });

  it('shows what nothing fills, with the exit code that the rendering has', () => {
    const { code } = vif(proposal.folder, 'render', '--strict', '--topology', 'picture.svg');
    assert.equal(code, 1);
    const words = wordsOf(path.join(proposal.folder, 'picture.svg'));
    assert.ok(words.includes('${device_name}') && words.includes('nothing fills it'));
  });

  it('keeps the picture that there is where nothing can be rendered', () => {
    writeFileSync(path.join(qbh.folder, 'kept.svg'), 'kept');
    const { code, stdout } = vif(qbh.folder, 'render', '--driver', 'no.such.Driver', '--topology', 'kept.svg');
    assert.deepEqual([code, stdout], [1, '']);
    assert.equal(readFileSync(path.join(qbh.folder, 'kept.svg'), 'utf8'), 'kept');
  });

  it('says that it cannot be written, and leaves nothing behind', () => {
    const before = readdirSync(qbh.folder);
    const { code, stdout, stderr } = vif(qbh.folder, 'render', '--topology', 'nowhere/picture.svg');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /nowhere/);
    assert.equal(vif(qbh.folder, 'render', '--topology', '.').code, 2);
    assert.deepEqual(readdirSync(qbh.folder), before);
  });

  it('draws every interface of a Cheetah file', () => {
    assert.equal(
      vif(cheetah.folder, 'render', '--template', 'libvirt.xml.template', '--topology', 'picture.svg').code,
      0,
    );
    const words = wordsOf(path.join(cheetah.folder, 'picture.svg'));
    for (const word of ['Interface 1 of 2', 'Interface 2 of 2', '02:16:3e:00:00:01', 'eth6', 'from the driver'])
      assert.ok(words.includes(word), word);
  });
});
