import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadGrammar, tokensOf } from './tokens';

/** As long as the lines that VS Code colours at all. A rule of quadratic time takes many seconds for it. */
const LINE_LENGTH = 20_000;
const LIMIT_MS = 2_000;

/** Pieces that begin a rule and do not end it: a line of each is tried behind each opening. */
const HARD_LINES = {
  'vif-template': {
    openings: ['', '#if $a\n', '#if $a\n${', '<a b="'],
    pieces: ['a', ',', ' ', '<a ', '</', '<!', 'a b=', '${', '${a ', '$a.', '$a(', '&a', '#*', "'", '\\'],
  },
  'nova-conf': {
    openings: ['', 'a = ', 'a = "'],
    pieces: ['a', ' ', '[', '-', '=', '$', '${a', '$a.', '"', '1', '1,', '-1.'],
  },
};

function cpuMilliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

for (const [name, { openings, pieces }] of Object.entries(HARD_LINES)) {
  describe(`The grammar ${name}, whatever the text`, () => {
    it('gives tokens that cover all of it, in order', async () => {
      const grammar = await loadGrammar(name);
      const part = fc.constantFrom(...openings, ...pieces, 'ü', '😀', '>', '}', '-->', '\n');
      const anyText = fc.array(part).map((parts) => parts.join(''));
      fc.assert(
        fc.property(anyText, (text) => {
          let covered = '';
          for (const { span } of tokensOf(grammar, text)) covered += text.slice(span.start, span.end);
          assert.equal(covered, text.replaceAll('\n', ''));
        }),
      );
    });

    for (const opening of openings) {
      it(`takes no more than linear time behind ${JSON.stringify(opening)}`, async () => {
        const grammar = await loadGrammar(name);
        for (const piece of pieces) {
          const text = `${opening}${piece.repeat(LINE_LENGTH / piece.length)}\n`;
          const took = cpuMilliseconds(() => Array.from(tokensOf(grammar, text)));
          assert.ok(took < LIMIT_MS, `A line of ${JSON.stringify(piece)} takes ${took.toFixed()} ms.`);
        }
      }).timeout(60_000);
    }
  });
}
