import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DeviceChecks } from '../../../server/src/check/libvirt/deviceFindings';
import { readTemplate } from '../../../server/src/check/templateView';

const SOURCE = { uri: 'file:///a.vif.xml', vifType: 'a' };

/** A file with these devices, each in a template of its own. */
function file(...devices: readonly string[]): string {
  const templates = devices.map((device, index) => `<template vif-type='t${index}'>\n  ${device}\n</template>`);
  return ['<vif-templates>', ...templates, '</vif-templates>', ''].join('\n');
}

const BRIDGE = "<interface type='bridge'><source bridge='${bridge}'/></interface>";
const MISSPELT = "<interface type='bridge'><sorce bridge='${bridge}'/></interface>";
const NO_SOURCE = "<interface type='direct'><mac address='no'/></interface>";

describe('what is known of devices from the text before', () => {
  it('is asked for again only of the devices that the edit changed', () => {
    const texts = [BRIDGE, MISSPELT, NO_SOURCE];
    const asked: string[] = [];
    const ask = (checks: DeviceChecks, devices: readonly string[]): DeviceChecks => {
      const text = devices.join('\n');
      let start = 0;
      for (const device of devices) {
        checks.at(text, { start, end: start + device.length }, () => {
          asked.push(device);
          return [];
        });
        start += device.length + 1;
      }
      return checks;
    };
    const first = ask(new DeviceChecks(), texts);
    assert.deepEqual(asked.splice(0), texts);
    ask(new DeviceChecks(first.findings), [BRIDGE, BRIDGE, `${MISSPELT} `, NO_SOURCE]);
    assert.deepEqual(asked, [`${MISSPELT} `]);
  });

  it('does not outlive the text after it', () => {
    const first = readTemplate(file(BRIDGE, MISSPELT), SOURCE);
    const second = readTemplate(file(BRIDGE), SOURCE, first);
    assert.deepEqual([...(second.deviceFindings?.keys() ?? [])], [BRIDGE]);
  });

  it('gives the problems that a fresh look gives, whatever was edited', () => {
    const piece = fc.constantFrom('', ' ', '\n', '<', '>', "'", 'x', BRIDGE, "<mtu size='0'/>", '<!--', '${m?}');
    const edit = fc.record({ at: fc.nat(), length: fc.nat(6), piece });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let text = file(BRIDGE, MISSPELT, NO_SOURCE, MISSPELT);
        let view = readTemplate(text, SOURCE);
        for (const { at, length, piece: written } of edits) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + written + text.slice(start + length);
          view = readTemplate(text, SOURCE, view);
          assert.deepEqual(view.deviceProblems, readTemplate(text, SOURCE).deviceProblems);
        }
      }),
      { numRuns: 300 },
    );
  });
});
