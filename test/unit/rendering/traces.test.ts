import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { renderCheetah } from '../../../server/src/cheetah/render';
import { parseCheetahTemplate } from '../../../server/src/cheetahTemplate/parse';
import type { PythonValue } from '../../../server/src/pythonValue';
import type { Value } from '../../../server/src/render/rendering';
import { renderTemplate } from '../render/renderTemplate';
import type { Trace } from '../../../server/src/render/trace';
import { cheetahTraces, tracesWithin } from '../../../server/src/rendering/cheetahTraces';
import { plainTraces } from '../../../server/src/rendering/plainTraces';
import { searchList } from '../../../server/src/rendering/searchList';
import { arbitraryFile, KEYS } from '../template/arbitraryTemplates';
import { arbitraryValue } from '../template/arbitraryTexts';
import { parsed } from '../template/parsed';

/** Each piece of a rendering that is not the template's own text: who it comes from, what it says and what stands for it there. */
function pieces(xml: string, text: string, traces: readonly Trace[]): readonly string[] {
  return traces
    .filter(({ origin }) => origin !== 'template')
    .map(
      ({ origin, output, source }) =>
        `${origin} ${xml.slice(output.start, output.end)} ${text.slice(source.start, source.end)}`,
    );
}

/** The traces follow each other in the text, and what is the template's own stands there as it stands in the template. */
function checkTraces(xml: string, text: string, traces: readonly Trace[]): void {
  let at = 0;
  for (const { output, origin, source } of traces) {
    ok(at <= output.start && output.start < output.end && output.end <= xml.length);
    at = output.end;
    const isWhole = source.end - source.start === output.end - output.start;
    if (origin === 'template' && isWhole)
      equal(xml.slice(output.start, output.end), text.slice(source.start, source.end));
  }
}

function renderPlain(
  text: string,
  values: ReadonlyMap<string, Value>,
): readonly (readonly [string, readonly Trace[]])[] {
  return parsed(text).templates.map((template) => {
    const rendering = renderTemplate(text, template, values);
    return [rendering.xml, plainTraces(rendering)];
  });
}

describe('the traces of a plain template', () => {
  it('tell who each value comes from, and what nothing fills', () => {
    const text = `<interface a=\${x} b='tap\${y}' c='\${z}' d='\${o?}' e='\${bad}'><!-- \${z} --></interface>`;
    const values = new Map<string, Value>([
      ['x', { text: 'a&b', origin: 'compute' }],
      ['y', { text: '0a', origin: 'driver' }],
      ['bad', { text: '\0', origin: 'driver' }],
    ]);
    const [[xml, traces] = ['', []]] = renderPlain(text, values);
    deepEqual(pieces(xml, text, traces), [
      "compute 'a&amp;b' ${x}",
      'driver 0a ${y}',
      'unfilled ${z} ${z}',
      'unfilled ${bad} ${bad}',
    ]);
    checkTraces(xml, text, traces);
  });

  it('cover all of every rendering', () => {
    const some = fc.tuple(fc.subarray([...KEYS]), arbitraryValue);
    fc.assert(
      fc.property(arbitraryFile, some, ({ text }, [keys, value]) => {
        const values = new Map(keys.map((key) => [key, { text: value, origin: 'driver' as const }]));
        for (const [xml, traces] of renderPlain(text, values)) {
          checkTraces(xml, text, traces);
          equal(traces.map(({ output }) => xml.slice(output.start, output.end)).join(''), xml);
        }
      }),
    );
  });
});

describe('the traces of a Cheetah file', () => {
  const dictionary = (entries: Readonly<Record<string, PythonValue>>): ReadonlyMap<string, PythonValue> =>
    new Map(Object.entries(entries));
  const TEXT = [
    '<domain><name>${name}</name>',
    '#set $price = 3',
    '#for $nic in $nics',
    "<interface type='bridge'><mac address='${nic.mac_address}'/><source bridge='${nic.bridge_name}'/><x a='\\${y}' p='$price' u='${nic.lost}'/></interface>",
    '#end for',
    '</domain>',
    '',
  ].join('\n');
  const nics = ['br1', 'br2'].map((bridge, index) => ({
    nic: { network: dictionary({ mac_address: `02:0${index}` }) },
    values: dictionary({ bridge_name: bridge }),
  }));
  const template = dictionary({ name: 'vm', unused: '' });
  const file = parseCheetahTemplate(TEXT, 'file:///libvirt.xml.template');
  const outcome = renderCheetah(file.cheetah, TEXT, searchList(template, 'bridge', nics, ['mac_address']));
  ok(outcome.kind === 'rendered');
  const { output } = outcome.rendering;
  const traces = cheetahTraces(file, outcome.rendering, { nics, template });
  const oneTurn = (index: number): readonly string[] => [
    `compute 02:0${index} \${nic.mac_address}`,
    `driver br${index + 1} \${nic.bridge_name}`,
    'unfilled ${nic.lost} ${nic.lost}',
  ];

  it('tell who each value comes from, turn by turn', () => {
    deepEqual(pieces(output, TEXT, traces), ['request vm ${name}', ...oneTurn(0), ...oneTurn(1)]);
    checkTraces(output, TEXT, traces);
    equal(traces.map((trace) => output.slice(trace.output.start, trace.output.end)).join(''), output);
  });

  it('follow the stretches that are taken of it', () => {
    const stretches = outcome.rendering.turns.map((turn) => turn.output).reverse();
    const xml = stretches.map(({ start, end }) => output.slice(start, end)).join('');
    const within = tracesWithin(traces, stretches);
    deepEqual(pieces(xml, TEXT, within), [...oneTurn(1), ...oneTurn(0)]);
    checkTraces(xml, TEXT, within);
  });
});
