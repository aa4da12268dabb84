import { parseCheetah } from '../../../server/src/cheetah/parse';
import { renderCheetah } from '../../../server/src/cheetah/render';
import type { CheetahOutcome } from '../../../server/src/cheetah/rendering';
import type { PythonDictionary } from '../../../server/src/pythonValue';

/** What comes of a template. */
export function rendered(text: string, values: PythonDictionary): CheetahOutcome {
  return renderCheetah(parseCheetah(text, 'file:///libvirt.xml.template'), text, values);
}
