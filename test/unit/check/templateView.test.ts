import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDevices, DeviceChecker } from '../../../server/src/check/libvirt/checkDevices';
import { readTemplate } from '../../../server/src/check/templateView';
import { parseTemplateFile } from '../../../server/src/template/parse';
import { arbitraryEdit, arbitraryTemplates, edited } from '../template/arbitraryEdits';

const SOURCE = { uri: 'file:///a.vif.xml', vifType: 'a' };

describe('readTemplate, with what was read of the text before an edit', function () {
  this.timeout(120_000);

  it('finds the same in the devices as without, whatever was edited', () => {
    fc.assert(
      fc.property(arbitraryTemplates, fc.array(arbitraryEdit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let view = readTemplate(text, SOURCE);
        for (const edit of edits) {
          text = edited(text, edit);
          view = readTemplate(text, SOURCE, view);
          assert.deepEqual(view.deviceProblems, readTemplate(text, SOURCE).deviceProblems);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says the same with what was read of a file that is much like it', () => {
    const like = { uri: 'file:///host/a.vif.xml', vifType: 'a' };
    fc.assert(
      fc.property(arbitraryTemplates, fc.array(arbitraryEdit, { maxLength: 6 }), (text, edits) => {
        const known = readTemplate(text, like);
        const other = edits.reduce(edited, text);
        const view = readTemplate(other, SOURCE, known);
        assert.deepEqual(view.deviceProblems, readTemplate(other, SOURCE).deviceProblems);
      }),
      { numRuns: 150 },
    );
  });

  it('looks at a device with what was read of it, and does not read it again', () => {
    const template = (type: string): string => `<template vif-type='${type}'><interface type='bridge'/></template>`;
    const checker = new DeviceChecker(SOURCE.uri);
    const text = `<vif-templates>${template('a')}${template('b')}</vif-templates>`;
    const file = parseTemplateFile(text, SOURCE, undefined, (piece, contents) => {
      checker.read(piece, contents);
      Object.assign(piece, { contents: () => assert.fail('It was read again.') });
    });
    assert.deepEqual(
      checkDevices(file, checker, undefined).found.map(({ problems }) => problems.length),
      [1, 1],
    );
  });

  it('leaves a device alone that is broken, and finds what is wrong with it once that is mended', () => {
    const sound =
      "<vif-templates><template vif-type='a'><interface type='bridge'><sorce bridge='b'/></interface></template></vif-templates>";
    const broken = sound.replace('</interface>', '</interfacex>');
    const views = [sound, broken, sound].reduce<readonly ReturnType<typeof readTemplate>[]>(
      (before, text) => [...before, readTemplate(text, SOURCE, before.at(-1))],
      [],
    );
    assert.deepEqual(
      views.map(({ deviceProblems }) => deviceProblems.map(({ code }) => code)),
      [['libvirt.missing', 'libvirt.unknown-element'], [], ['libvirt.missing', 'libvirt.unknown-element']],
    );
  });
});
