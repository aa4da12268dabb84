import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRequest } from '../../../server/src/request/parseRequest';
import { marked } from '../markedText';

describe('a request', () => {
  it('holds the dictionaries that a driver takes', () => {
    const parsed = parseRequest(
      '\uFEFF{"instance": {"id": 1}, "network": {"bridge": "br0"}, "mapping": {}, "$schema": "x"}',
    );
    const request = { instance: { id: 1 }, network: { bridge: 'br0' }, mapping: {} };
    assert.deepEqual(parsed, { kind: 'request', request });
  });

  it('may leave parts out', () => {
    assert.deepEqual(parseRequest('{}'), { kind: 'request', request: { instance: {}, network: {} } });
  });

  const BROKEN: readonly (readonly [text: string, message: RegExp])[] = [
    ['{"network": <|}|>', /no JSON: value expected/],
    ['{"network": {}, <|}|>', /no JSON: property name expected/],
    ['<|// comment|>\n{}', /no JSON: invalid comment token/],
    ['<||>', /no JSON: value expected/],
    ['<||>[]', /A request is an object/],
    ['<||>{"network": []}', /"network" must be an object/],
    ['<||>{"instance": null}', /"instance" must be an object/],
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
        assert.deepEqual(JSON.stringify(parsed.request.network), JSON.stringify(network));
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
