import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRequest } from '../../../server/src/request/parseRequest';
import { quickRequest } from '../../../server/src/request/quickRequest';
import { requestedVifType, type VifRequest } from '../../../server/src/request/vifRequest';
import type { Request } from '../../../server/src/driver/runner';
import { writePythonJson } from '../../../server/src/pythonJson';
import { pythonStr } from '../../../server/src/pythonText';
import { marked } from '../markedText';

/** The request in a text, with its dictionaries as Python shows them. */
function read(text: string): Readonly<Record<string, unknown>> {
  const parsed = parseRequest(text);
  assert.ok(parsed.kind === 'request', text);
  return shown(parsed.request);
}

function shown({ template, nic, nics }: VifRequest): Readonly<Record<string, unknown>> {
  const shownNic = ({ network, mapping }: Request): readonly string[] =>
    [network, ...(mapping ? [mapping] : [])].map(pythonStr);
  return {
    ...{ instance: pythonStr(nic.instance), template: pythonStr(template) },
    ...{ nic: shownNic(nic), nics: nics.map(shownNic) },
  };
}

describe('a request', () => {
  it('holds the dictionaries that a driver takes', () => {
    const text = '\uFEFF{"instance": {"id": 1}, "network": {"mtu": 1500.0}, "mapping": {}, "$schema": "x"}';
    const nic = ["{'mtu': 1500.0}", '{}'];
    assert.deepEqual(read(text), { instance: "{'id': 1}", template: '{}', nic, nics: [nic] });
  });

  it('may leave parts out', () => {
    assert.deepEqual(read('{}'), { instance: '{}', template: '{}', nic: ['{}'], nics: [['{}']] });
  });

  it('holds the values of a Cheetah file, and several interfaces', () => {
    const text = '{"template": {"name": "vm"}, "nics": [{"network": {"a": 1}, "mapping": {"b": 2}}, {"network": {}}]}';
    const nics = [["{'a': 1}", "{'b': 2}"], ['{}']];
    assert.deepEqual(read(text), { instance: '{}', template: "{'name': 'vm'}", nic: nics[0], nics });
  });

  it('has a network for a plain template beside those of a Cheetah file', () => {
    const text = '{"network": {"n": 1}, "nics": [{"network": {"a": 1}}, {"network": {"b": 1}}]}';
    assert.deepEqual([read(text).nic, read(text).nics], [["{'n': 1}"], [["{'a': 1}"], ["{'b': 1}"]]]);
    assert.deepEqual([read('{"nics": []}').nic, read('{"nics": []}').nics], [['{}'], []]);
  });

  for (const [network, vifType] of [
    ['{"type": "ovs"}', 'ovs'],
    ['{"type": ""}', undefined],
    ['{"type": 5}', undefined],
    ['{}', undefined],
  ] as const)
    it(`asks with the network ${network} for ${vifType ?? 'no VIF type'}`, () => {
      for (const text of [`{"network": ${network}}`, `{"nics": [{"network": ${network}}]}`]) {
        const parsed = parseRequest(text);
        assert.ok(parsed.kind === 'request');
        assert.equal(requestedVifType(parsed.request), vifType);
      }
    });

  const BROKEN: readonly (readonly [text: string, message: RegExp])[] = [
    ['{"network": <|}|>', /no JSON: value expected/],
    ['{"network": {}, <|}|>', /no JSON: property name expected/],
    ['<|// comment|>\n{}', /no JSON: invalid comment token/],
    ['<||>', /no JSON: value expected/],
    ['<||>[]', /A request is an object/],
    ['{"network": <|[]|>}', /"network" must be an object/],
    ['{"instance": <|null|>}', /"instance" must be an object/],
    ['{"template": <|"x"|>}', /"template" must be an object/],
    ['{"nics": <|{}|>}', /"nics" must be a list/],
    ['{"nics": [{"network": {}}, <|[]|>]}', /Entry 2 of "nics" must be an object/],
    ['{"nics": [<|{"bridge": "br0"}|>]}', /Entry 1 of "nics" must have a "network"/],
    ['{"nics": [{"network": <|5|>}]}', /"network" of entry 1 of "nics" must be an object/],
    ['{"nics": [{"network": {}, "mapping": <|[]|>}]}', /"mapping" of entry 1 of "nics" must be an object/],
  ];
  for (const [source, message] of BROKEN) {
    it(`says what is wrong with ${source}`, () => {
      const { text, spans } = marked(source);
      const parsed = parseRequest(text);
      assert.equal(parsed.kind, 'broken');
      assert.match(parsed.message, message);
      assert.deepEqual(parsed.span, spans[0]);
    });
  }

  it('is read from any JSON, and no text throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (network) => {
        const parsed = parseRequest(JSON.stringify({ network }));
        assert.ok(parsed.kind === 'request');
        assert.deepEqual(JSON.parse(writePythonJson(parsed.request.nic.network)), JSON.parse(JSON.stringify(network)));
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseRequest(text);
        assert.ok(parsed.kind === 'request' || parsed.span.end <= text.length);
      }),
    );
  });
});

describe('a request that is read as it is asked for', () => {
  const NUMBERS = [0, -0, 5, -7, 1.5, 1e30, 2 ** 53];
  const dictionary = fc.dictionary(
    fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '0', '10', '2')),
    fc.oneof(fc.jsonValue(), fc.constantFrom(...NUMBERS)),
  );
  const part = fc.oneof({ weight: 5, arbitrary: dictionary }, fc.jsonValue());
  const parts = { instance: part, network: part, mapping: part, template: part };
  const texts = fc
    .oneof(
      { weight: 3, arbitrary: fc.record(parts, { requiredKeys: [] }) },
      fc.record({ ...parts, nics: fc.jsonValue() }, { requiredKeys: [] }),
    )
    .map((request) => JSON.stringify(request));

  it('is the same as one that is read at once, or is left to be read so', () => {
    let quick = 0;
    const holds = (text: string): void => {
      const request = quickRequest(text);
      if (!request) return;
      quick++;
      const parsed = parseRequest(text);
      assert.ok(parsed.kind === 'request', text);
      const { nic, ...all } = parsed.request;
      // What is not there, and what is empty, is the same for a driver.
      const whole = { ...nic, mapping: nic.mapping ?? new Map<string, never>() };
      assert.deepEqual(shown(request), shown({ ...all, nic: whole, nics: [whole] }));
      assert.equal(request.nic.json, text);
    };
    fc.assert(fc.property(texts, holds), { numRuns: 500 });
    fc.assert(fc.property(fc.string(), holds));
    assert.ok(quick > 50, String(quick));
  });

  for (const text of [
    '',
    '[]',
    '5',
    '{"network": []}',
    '{"network": null}',
    '{"instance": "x"}',
    '{"nics": []}',
    '\uFEFF{}',
    `{"network": ${'{"a":'.repeat(500)}{}${'}'.repeat(501)}`,
  ])
    it(`is not read so where there is more to say of it: ${text.slice(0, 30)}`, () => {
      assert.equal(quickRequest(text), undefined);
    });

  it('is read so up to the depth that is allowed, and with numbers of any kind', () => {
    const deep = `{"network": ${'{"a":'.repeat(498)}{}${'}'.repeat(499)}`;
    assert.equal(parseRequest(deep).kind, 'request');
    assert.ok(quickRequest(deep));
    const numbers = quickRequest('{"network": {"2": 1.0, "1": 123456789012345678901}}');
    assert.equal(numbers && pythonStr(numbers.nic.network), "{'2': 1.0, '1': 123456789012345678901}");
  });
});
