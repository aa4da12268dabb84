import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRequest } from '../../../server/src/request/parseRequest';
import { requestedVifType, type NicRequest } from '../../../server/src/request/vifRequest';
import { writePythonJson } from '../../../server/src/pythonJson';
import { pythonStr } from '../../../server/src/pythonText';
import { marked } from '../markedText';

/** The request in a text, with its dictionaries as Python shows them. */
function read(text: string): Readonly<Record<string, unknown>> {
  const parsed = parseRequest(text);
  assert.ok(parsed.kind === 'request', text);
  const { instance, template, nic, nics } = parsed.request;
  const shown = ({ network, mapping }: NicRequest): readonly string[] =>
    [network, ...(mapping ? [mapping] : [])].map(pythonStr);
  return { instance: pythonStr(instance), template: pythonStr(template), nic: shown(nic), nics: nics.map(shown) };
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
