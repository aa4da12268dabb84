import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AnswerReader, type Answer } from '../../../server/src/driver/answerReader';
import { readHostAnswer } from '../../../server/src/driver/hostAnswer';
import { HOST_READY } from '../../../server/src/driver/hostProtocol';
import { PrintRelay } from '../../../server/src/driver/printRelay';

describe('what a host answers', () => {
  /** Reads the text in pieces that end at these places; the last answer counts. */
  function read(text: string, cuts: readonly number[] = []): Answer | undefined {
    const bytes = Buffer.from(text);
    const reader = new AnswerReader();
    const ends = [...new Set(cuts)].filter((cut) => cut < bytes.length).sort((a, b) => a - b);
    for (const [at, end] of [...ends, bytes.length].entries()) {
      const answer = reader.read(bytes.subarray(ends[at - 1] ?? 0, end));
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  it('is read whatever pieces it comes in', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(60)), (value, cuts) => {
        const text = JSON.stringify({ value });
        assert.deepEqual(read(`${HOST_READY}\n${text}\nmore`, cuts), { kind: 'answered', text });
      }),
    );
  });

  for (const [title, text, kind] of [
    ['nothing', '', undefined],
    ['a start', `${HOST_READY}\n`, undefined],
    ['half an answer', `${HOST_READY}\n{`, undefined],
    ['another first line', 'Python 2.7\n', 'rubbish'],
    ['a first line without an end', 'y'.repeat(2000), 'rubbish'],
    ['16 MB', `${HOST_READY}\n${'y'.repeat(16 * 1024 * 1024)}\n`, 'answered'],
    ['more than 16 MB', `${HOST_READY}\n${'y'.repeat(16 * 1024 * 1024 + 1)}\n`, 'too-large'],
    ['more than 16 MB without an end', `${HOST_READY}\n${'y'.repeat(17 * 1024 * 1024)}`, 'too-large'],
  ] as const)
    it(`of ${title} is ${kind ?? 'not whole yet'}`, () => {
      assert.equal(read(text, [HOST_READY.length + 1])?.kind, kind);
    });

  for (const answer of [
    { kind: 'raised', type: 'E', text: 'x', traceback: 't', place: { line: 1, function: null } },
    { kind: 'raised', type: 'E', text: 'x', traceback: 't', place: null },
    { kind: 'no-class', holds: ['A'] },
    { kind: 'no-method' },
    { kind: 'no-dictionary', method: 'plug', type: 'list' },
    { kind: 'key-refused', key: '5', type: 'int' },
    { kind: 'value-refused', key: 'a', type: 'list' },
    { kind: 'nesting-refused', key: 'a', fault: 'cycle' },
  ])
    it(`${JSON.stringify(answer)} is taken`, () => {
      assert.deepEqual(readHostAnswer(JSON.stringify(answer)), answer);
    });

  it('holds the values of the network dictionary', () => {
    const answer = readHostAnswer(
      '{"kind": "returned", "values": [["a", "1"], ["b", null], ["c", {"list": [{"int": "5"}]}]]}',
    );
    const values = new Map<string, unknown>([
      ['a', '1'],
      ['b', null],
      ['c', [5n]],
    ]);
    assert.deepEqual(answer, { kind: 'returned', values });
  });

  for (const text of [
    '',
    'x',
    'null',
    '1',
    '[]',
    '{}',
    '{"kind":"other"}',
    '{"kind":"returned"}',
    '{"kind":"returned","values":[["a"]]}',
    '{"kind":"returned","values":[["a",1]]}',
    '{"kind":"returned","values":[null]}',
    '{"kind":"raised","type":"E"}',
    '{"kind":"raised","type":"E","text":"x","traceback":"t","place":{"line":"1","function":null}}',
    '{"kind":"no-class","holds":[1]}',
    '{"kind":"no-dictionary","method":1,"type":"list"}',
    '{"kind":"value-refused","key":[],"type":"list"}',
    '{"kind":"nesting-refused","key":"a","fault":"other"}',
  ])
    // prettier-ignore
    it(`${text === '' ? 'nothing' : text} is no answer`, () => {
      assert.equal(readHostAnswer(text), undefined);
    });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readHostAnswer(text);
      }),
    );
  });
});

describe('what a driver prints', () => {
  it('is passed on up to a million characters in all, and then left out with one line', () => {
    const passed: string[] = [];
    const relay = new PrintRelay((text) => passed.push(text));
    for (const text of ['a'.repeat(999_999), 'bc', 'd', 'e']) relay.pass(text);
    const last = 'b\n… the driver printed more than 1 MB; the rest is left out.\n';
    assert.deepEqual(passed, ['a'.repeat(999_999), last]);
  });

  it('is passed on whole where it just fits', () => {
    const passed: string[] = [];
    new PrintRelay((text) => passed.push(text)).pass('a'.repeat(1_000_000));
    assert.deepEqual(passed, ['a'.repeat(1_000_000)]);
  });
});
