import fc from 'fast-check';
import { parseCheetah } from '../../../server/src/cheetah/parse';
import { renderCheetah } from '../../../server/src/cheetah/render';
import type { PythonDictionary, PythonValue } from '../../../server/src/pythonValue';
import { checkOutput } from '../../../server/src/render/cheetahOutput';
import { escaping } from '../../unit/render/arbitraryEscapes';
import { readWithSax } from '../../unit/render/places';
import { seeds } from '../corpus';
import { arbitraryEdit, edited, type Edit } from '../edits';
import { makeTarget, type Target } from '../target';
import { uriOf } from './openFolder';

interface Played {
  readonly text: string;
  readonly edits: readonly Edit[];
  /** Names get these in turn. */
  readonly values: readonly string[];
  readonly turns: number;
}

/** Conditions and loops around every kind of place; edits break them. */
const SMALL = [
  "#if $a == 'x'\n<interface type='$a'/>\n#else if $b\n<interface>$b</interface>\n#else\n<interface/>\n#end if\n",
  '#for $nic in $nics\n<interface>\n#if $nic.k\n<mac address="${nic.k}"/><!-- $nic.l -->\n#end if\n</interface>\n#end for\n',
  "#set $c = $a\n<interface a='$c'><![CDATA[$b]]>#echo $a##unless $b\nx#end unless\n</interface>\n",
];

const cases: fc.Arbitrary<Played> = fc.record({
  text: fc.constantFrom(...SMALL, ...SMALL, ...seeds.cheetah),
  edits: fc.array(arbitraryEdit, { minLength: 1, maxLength: 12 }),
  values: fc.array(fc.oneof(escaping, fc.constantFrom('x', '', '<a/>', '</interface>')), {
    minLength: 1,
    maxLength: 5,
  }),
  turns: fc.nat(3),
});

/** Every name that a text speaks of, and `nics` of as many interfaces as there are turns. */
function searchList(text: string, values: Played['values'], turns: number): PythonDictionary {
  const names = [...new Set(text.match(/[A-Za-z_]\w*/g))];
  const all = new Map(names.map((name, index) => [name, values[index % values.length] ?? '']));
  return new Map<string, PythonValue>([...all, ['nics', Array.from({ length: turns }, () => all)]]);
}

/** The outcome is a sentence of why not, a problem, or XML that a parser reads. */
export function checkCheetahRendering(text: string, values: Played['values'], turns: number): void {
  const outcome = renderCheetah(parseCheetah(text, uriOf('cheetah')), text, searchList(text, values, turns));
  if (outcome.kind === 'refused') return;
  const { output, notFound } = outcome.rendering;
  if (checkOutput(text, outcome.rendering).length > 0 || notFound.length > 0) return;
  readWithSax(`<x>${output.replace(/^<\?xml\s[^>]*\?>/, '')}</x>`);
}

function play({ text, edits, values, turns }: Played): number {
  let now = text;
  checkCheetahRendering(now, values, turns);
  for (const edit of edits) {
    now = edited(now, edit);
    checkCheetahRendering(now, values, turns);
  }
  return edits.length;
}

/** Cheetah files, sound and broken ones, rendered with hostile values: nothing is put out that is no XML without a word. */
export const cheetahRenderer: Target = makeTarget('renderer of Cheetah files', cases, play);
