import { deepEqual, equal, match } from 'node:assert/strict';
import path from 'node:path';
import { vif } from './vif';

const EXAMPLES = path.join(__dirname, '../../examples');

describe("The example of nova's own kind of template", () => {
  it('has no problem', () => {
    const { code, stdout } = vif(EXAMPLES, 'check', 'cheetah');
    deepEqual([code, stdout], [0, '']);
  });

  it('renders the whole machine, with what the driver returned for each interface', () => {
    const { code, stdout } = vif(EXAMPLES, 'render', '--template', 'cheetah/libvirt.xml.template');
    equal(code, 0);
    match(stdout, /^<domain type='kvm'>\n/);
    deepEqual(stdout.match(/(?<=profileid=')[^']*/g), ['front_dept', 'back_dept']);
  });
});
