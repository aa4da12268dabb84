import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readHostAnswer, readHostAnswers } from '../../../server/src/driver/hostAnswer';
import { frame, FrameReader, MAX_FRAME } from '../../../server/src/driver/hostFrames';
import { HostReader, type Told } from '../../../server/src/driver/hostReader';
import { HOST_READY } from '../../../server/src/driver/hostProtocol';
import { readPlainTexts, writePlainTexts } from '../../../server/src/driver/plainTexts';
import { PrintRelay } from '../../../server/src/driver/printRelay';

/** Cuts bytes into pieces that end at these places. */
function cut(bytes: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const ends = [...new Set(cuts)].filter((each) => each < bytes.length).sort((a, b) => a - b);
  return [...ends, bytes.length].map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
}

describe('what a host tells', () => {
  /** Reads what comes in pieces that end at these places. */
  function read(bytes: Buffer, cuts: readonly number[] = []): readonly Told[] {
    const reader = new HostReader();
    return cut(bytes, cuts).flatMap((piece) => [...reader.read(piece)]);
  }

  /** A frame without its payload. */
  function head(letter: string, size: number): Buffer {
    const bytes = Buffer.alloc(5);
    bytes.write(letter);
    bytes.writeUInt32BE(size, 1);
    return bytes;
  }

  const started = Buffer.from(`${HOST_READY}\n`);

  it('is read whatever pieces it comes in', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.nat(200)), (texts, cuts) => {
        const told = read(Buffer.concat([started, ...texts.map((text) => frame('printed', text))]), cuts);
        const payloads = told.map((each) => ('payload' in each ? [each.kind, each.payload.toString()] : each));
        assert.deepEqual(
          payloads,
          texts.map((text) => ['printed', text]),
        );
      }),
    );
  });

  for (const [title, bytes, ...kinds] of [
    ['nothing', Buffer.alloc(0)],
    ['a start', started],
    ['half a frame', Buffer.concat([started, frame('answered', '{}').subarray(0, 6)])],
    ['a frame and a half', Buffer.concat([started, frame('over'), head('a', 1)]), 'over'],
    ['another first line', Buffer.from('Python 2.7\n'), 'rubbish'],
    ['a first line without an end', Buffer.alloc(2000, 'y'), 'rubbish'],
    ['what is no frame', Buffer.concat([started, Buffer.from('rubbish\n')]), 'garbled'],
    ['16 MB', Buffer.concat([started, head('a', MAX_FRAME), Buffer.alloc(MAX_FRAME)]), 'answered'],
    ['more than 16 MB', Buffer.concat([started, head('a', MAX_FRAME + 1)]), 'too-large'],
  ] as const)
    it(`of ${title} is ${kinds[0] ?? 'not whole yet'}`, () => {
      const told = read(bytes, [started.length]).map(({ kind }) => kind);
      assert.deepEqual(told, kinds);
    });

  it('is put together once it is whole, not with every piece', () => {
    const reader = new FrameReader();
    const pieces = cut(
      frame('printed', 'x'.repeat(1_000_000)),
      Array.from({ length: 999 }, (_, index) => index * 1000),
    );
    const concat = Buffer.concat.bind(Buffer);
    let copied = 0;
    Buffer.concat = (list, size) => {
      const whole = concat(list, size);
      copied += whole.length;
      return whole;
    };
    try {
      assert.equal(pieces.flatMap((piece) => [...reader.read(piece)]).length, 1);
    } finally {
      Buffer.concat = concat;
    }
    assert.ok(copied < 2_100_000, String(copied));
  });
});

describe('what a host answers', () => {
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

describe('the answers to a group of requests', () => {
  it('are one a line, as JSON or as plain texts; what is none costs no other', () => {
    const lines = [
      '{"kind":"no-method"}',
      '\0a\0x\0b\0',
      'rubbish',
      '\0a',
      '',
      '{"kind":"texts","values":{"a":"\\n"}}',
    ];
    assert.deepEqual(readHostAnswers(lines.join('\n')), [
      { kind: 'no-method' },
      { kind: 'returned', values: new Map(Object.entries({ a: 'x', b: '' })) },
      undefined,
      undefined,
      undefined,
      { kind: 'returned', values: new Map([['a', '\n']]) },
    ]);
  });

  it('that are plain texts come back as they are, or are not written as such', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('', '\0', 'a\nb', '\ud800', '😀', '{"'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (entries) => {
        const texts = new Map(entries.filter(([key]) => key !== '__proto__' && !/^\d+$/.test(key)));
        const written = writePlainTexts(Object.fromEntries(texts));
        const all = [...texts].flat().join('');
        assert.equal(written === undefined, texts.size === 0 || /[\0\n\ud800-\udfff]/.test(all));
        if (written === undefined) return;
        assert.ok(!written.includes('\n'));
        assert.deepEqual(readPlainTexts(Buffer.from(written).toString('utf8')), texts);
      }),
    );
  });
});

describe('what a driver prints', () => {
  it('is passed on up to a million characters in all, and then left out with one line', () => {
    const passed: string[] = [];
    const relay = new PrintRelay((text) => passed.push(text));
    for (const text of ['a'.repeat(999_999), 'bc', 'd', 'e']) relay.pass(1, Buffer.from(text));
    relay.end();
    const last = 'b\n… the driver printed more than 1 MB; the rest is left out.\n';
    assert.deepEqual(passed, ['a'.repeat(999_999), last]);
  });

  it('is passed on whole where it just fits', () => {
    const passed: string[] = [];
    new PrintRelay((text) => passed.push(text)).pass(1, Buffer.alloc(1_000_000, 'a'));
    assert.deepEqual(passed, ['a'.repeat(1_000_000)]);
  });

  it('is put together where a character comes in two pieces, each descriptor by itself', () => {
    let passed = '';
    const relay = new PrintRelay((text) => {
      passed += text;
    });
    relay.pass(1, Buffer.from([0xc3]));
    relay.pass(2, Buffer.from('b'));
    relay.pass(1, Buffer.from([0xbc, 0xc3]));
    assert.equal(passed, 'bü');
    relay.end();
    assert.equal(passed, 'bü\ufffd');
  });
});
