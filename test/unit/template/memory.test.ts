import { ok } from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseTemplateFile } from '../../../server/src/template/parse';

const SOURCE = { uri: 'file:///a.vif.xml', vifType: 'a' };
const TEMPLATE = `  <template vif-type="a_vif_type_of_its_own">\n    <interface type='bridge'/>\n  </template>\n`;
const EDITS = 40;

/** How much memory (bytes) is in use, without what nobody knows any more. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('parseTemplateFile, again and again', () => {
  it('keeps no text of before: its pieces hold no more than themselves', function () {
    this.timeout(60_000);
    let text = `<vif-templates>\n${TEMPLATE.repeat(20_000)}</vif-templates>\n`;
    let file = parseTemplateFile(text, SOURCE);
    const before = heapUsed();
    for (let edit = 1; edit <= EDITS; edit++) {
      const at = text.indexOf('<interface', (text.length / (EDITS + 1)) * edit);
      text = `${text.slice(0, at)}<an_element_that_is_broken>${text.slice(at)}`;
      file = parseTemplateFile(text, SOURCE, file);
    }
    const grown = heapUsed() - before;
    ok(file.problems.length >= EDITS);
    ok(grown < 5 * text.length, `${EDITS} edits of a text of ${text.length} bytes take ${grown} bytes more`);
  });
});
