import { deepEqual, equal } from 'node:assert/strict';
import { renderCheetah } from '../../../server/src/cheetah/render';
import { parseCheetahTemplate } from '../../../server/src/cheetahTemplate/parse';
import { renderTemplate } from '../render/renderTemplate';
import type { Trace } from '../../../server/src/render/trace';
import { cheetahTraces } from '../../../server/src/rendering/cheetahTraces';
import { outputOf } from '../../../server/src/rendering/pieces';
import { plainTraces } from '../../../server/src/rendering/plainTraces';
import { searchList } from '../../../server/src/rendering/searchList';
import { parsed } from '../template/parsed';

/** What a part of a template became: the text between the brackets `⟨` and `⟩`, which stand in none. */
function became(marked: string, render: (text: string) => readonly [xml: string, traces: readonly Trace[]]): string {
  const [before = '', part = '', after = ''] = marked.split(/[⟨⟩]/);
  const [xml, traces] = render(before + part + after);
  const span = outputOf(traces, { start: before.length, end: before.length + part.length });
  return span ? xml.slice(span.start, span.end) : 'nothing';
}

function plain(text: string): readonly [string, readonly Trace[]] {
  const [template] = parsed(text).templates;
  if (!template) throw new Error('There is no template.');
  const rendering = renderTemplate(text, template, new Map([['dev', { text: 'a<b', origin: 'driver' }]]));
  return [rendering.xml, plainTraces(rendering)];
}

const PLAIN: readonly (readonly [template: string, output: string])[] = [
  ["<interface><source dev='⟨${dev}⟩'/></interface>", 'a&lt;b'],
  ['<interface><source dev=⟨${dev}⟩/></interface>', "'a&lt;b'"],
  ["<interface><source dev='⟨${other}⟩'/></interface>", '${other}'],
  ["<interface><⟨source⟩ dev='${dev}'/></interface>", 'source'],
  ["<interface><source dev='⟨x${dev}y⟩'/></interface>", 'xa&lt;by'],
  ["<interface>⟨<source dev='${dev}'/>⟩</interface>", "<source dev='a&lt;b'/>"],
  ['  ⟨  ⟩<interface/>', 'nothing'],
];

describe('a part of a plain template in what is rendered', () => {
  for (const [template, output] of PLAIN)
    it(`${template}: ${output}`, () => {
      equal(became(template, plain), output);
    });
});

describe('a part of a Cheetah file in what is rendered', () => {
  const nics = ['eth0', 'eth1'].map((dev) => ({
    nic: { network: new Map(), mapping: new Map() },
    values: new Map([['dev', dev]]),
  }));
  const cheetah = (text: string): readonly [string, readonly Trace[]] => {
    const file = parseCheetahTemplate(text, 'file:///libvirt.xml.template');
    const outcome = renderCheetah(file.cheetah, text, searchList(new Map(), '', nics, []));
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    return [outcome.rendering.output, cheetahTraces(file, outcome.rendering, { nics, template: new Map() })];
  };

  it('is where a loop put it out first', () => {
    const file = (line: string): string => `#for $nic in $nics\n${line}\n#end for\n`;
    deepEqual(
      ["<a b='⟨${nic.dev}⟩'/>", "<⟨a⟩ b='${nic.dev}'/>", "⟨<a b='${nic.dev}'/>⟩"].map((line) =>
        became(file(line), cheetah),
      ),
      ['eth0', 'a', "<a b='eth0'/>"],
    );
  });
});
