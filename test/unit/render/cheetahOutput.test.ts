import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlaceholderNode } from '../../../server/src/cheetah/syntax';
import type { RenderedCheetah, RenderedValue } from '../../../server/src/cheetah/rendering';
import type { Span } from '../../../server/src/text/span';
import { checkOutput } from '../../../server/src/render/cheetahOutput';
import { hasExpat, readWithExpat } from '../expat';
import { skipWithout } from '../shipped/programs';

/** The node of `${key}`. */
function nodeAt(start: number, key: string): PlaceholderNode {
  const nameSpan = { start: start + 2, end: start + 2 + key.length };
  const expression = { kind: 'name', span: nameSpan, name: key, nameSpan, searched: true } as const;
  return { kind: 'placeholder', span: { start, end: nameSpan.end + 1 }, expression, enclosed: true };
}

/** A template without directives, filled as Cheetah does it; a key without a value is found nowhere. */
function fill(template: string, values: Readonly<Record<string, string>>): RenderedCheetah {
  const placeholders: RenderedValue[] = [];
  const notFound: RenderedCheetah['notFound'][number][] = [];
  let output = '';
  let at = 0;
  for (const { 0: written, 1: key = '', index } of template.matchAll(/\$\{(\w+)\}/g)) {
    output += template.slice(at, index);
    const value = values[key];
    const node = nodeAt(index, key);
    const span = { start: output.length, end: output.length + (value ?? written).length };
    if (value === undefined) notFound.push({ node, message: '', output: span });
    else placeholders.push({ node, output: span, value });
    output += value ?? written;
    at = index + written.length;
  }
  return { output: output + template.slice(at), texts: [], placeholders, notFound, branches: [], turns: [] };
}

/** Each problem as its code, what it stands at and what it names. */
function problemsOf(template: string, values: Readonly<Record<string, string>>): readonly string[] {
  return checkOutput(template, fill(template, values)).map(
    ({ code, span, message }) => `${code} ${template.slice(span.start, span.end)} ${message}`,
  );
}

describe('the XML of a Cheetah file', () => {
  const SOUND: readonly (readonly [template: string, value: string])[] = [
    ["<a b='${x}'/>", 'eth5'],
    ["<a b='${x}'/>", ''],
    ["<a b='${x}'/>", 'a > b "c"'],
    ['<a b="${x}"/>', "it's"],
    ["<a b='${x}'/>", 'R&amp;D &#60; &#x3c; &lt;'],
    ['<a>${x}</a>', 'a > b'],
    ['<a>${x}</a>', '<b c="d"/> &amp; <e>f</e>'],
    ['<a>${x}</a>', ''],
    ['<!-- ${x} --><a/>', "a < b & c's"],
    ['<a><![CDATA[${x}]]></a>', "a < b & c's"],
    ["<a b='${unfilled}'>${unfilled}</a>", ''],
    ['<a>${x}${y}</a>', '<b>'],
    ['<a>${x}<c/>${y}</a>', '<b>'],
    ['<a><c>${x}</c></a>', '<c/><a></a>'],
    ["<?xml version='1.0'?>\n<a>${x}</a>\n", 'b'],
    ['\n<a>${x}</a>\n<a/>\n', 'b'],
  ];
  for (const [template, value] of SOUND)
    it(`is sound: ${template} with ${value}`, () => {
      assert.deepEqual(problemsOf(template, { x: value, y: '</b>' }), []);
    });

  const BROKEN: readonly (readonly [template: string, value: string, code: string, place: string, word: string])[] = [
    ["<a b='${x}'/>", "it's", 'cheetah.value-unescaped', '${x}', "of 'x' holds ',.* &apos;"],
    ["<a b='${x}'/>", "' c='d", 'cheetah.value-unescaped', '${x}', "holds ',"],
    ['<a b="${x}"/>', 'a"b', 'cheetah.value-unescaped', '${x}', 'holds ",.* &quot;'],
    ["<a b='${x}'/>", 'a < b', 'cheetah.value-unescaped', '${x}', 'holds <,.* &lt;'],
    ["<a b='${x}'/>", 'R&D', 'cheetah.value-unescaped', '${x}', 'holds &,.* &amp;'],
    ["<a b='${x}'/>", '&nbsp;', 'cheetah.value-unescaped', '${x}', 'holds &,'],
    ["<a b='c-${x}-d'/>", 'R&D', 'cheetah.value-unescaped', '${x}', 'holds &,'],
    ['<a>${x}</a>', 'R&D', 'cheetah.value-unescaped', '${x}', 'holds &,'],
    ['<a>${x}</a>', '<b>', 'cheetah.fragment-malformed', '${x}', "of 'x' .*element 'b' is not closed"],
    ['<a>${x}</a>', '</b>', 'cheetah.fragment-malformed', '${x}', "'b' closes nothing"],
    ['<a>${x}</a>', '<b c=d/>', 'cheetah.fragment-malformed', '${x}', 'not well formed'],
    ['<a>${x}</a>', 'a < b', 'cheetah.fragment-malformed', '${x}', 'not well formed'],
    ['<a><e>${x}</e></a>', '</e><e>', 'cheetah.fragment-malformed', '${x}', "'e' closes nothing"],
    ['<a>${x}</a>', '<!DOCTYPE a><b/>', 'cheetah.fragment-malformed', '${x}', 'document type'],
    ['<!-- ${x} --><a/>', 'a -- b', 'cheetah.output-malformed', '${x}', '--'],
    ['<a><!-- ${x} --></a>', '--><b/><!--', 'cheetah.value-unescaped', '${x}', 'makes a -->'],
    ['<a><!-- ${x} --></a>', '<!-- b', 'cheetah.value-unescaped', '${x}', 'makes a <!--'],
    ['<a><![CDATA[${x}]]></a>', ']]><b/><![CDATA[', 'cheetah.value-unescaped', '${x}', 'makes a ]]>'],
    ['<a><![CDATA[${x}>]]></a>', 'b]]', 'cheetah.value-unescaped', '${x}', 'makes a ]]>'],
    ['<a><?b ${x}?></a>', '?><c/><?d', 'cheetah.value-unescaped', '${x}', 'makes a \\?>'],
    ['<a b=${x}/>', 'eth5', 'cheetah.output-malformed', '${x}', 'quotes'],
    ['<a>', '', 'cheetah.output-malformed', '', "'a' is not closed"],
  ];
  for (const [template, value, code, place, word] of BROKEN)
    it(`is broken: ${template} with ${value}`, () => {
      const [problem = '', ...others] = problemsOf(template, { x: value });
      assert.deepEqual(others, []);
      assert.ok(problem.startsWith(`${code} ${place} `), problem);
      assert.match(problem, new RegExp(word));
    });

  it('names every value that breaks it, and no other', () => {
    const template = "<a b='${x}' c='${y}' d='${z}'>${y}${w}</a>";
    const problems = problemsOf(template, { x: "'", y: 'good', z: '&', w: '<e' });
    assert.deepEqual(
      problems.map((problem) => problem.split(' ', 2).join(' ')),
      ['cheetah.value-unescaped ${x}', 'cheetah.value-unescaped ${z}', 'cheetah.fragment-malformed ${w}'],
    );
  });

  it('names no value that stands beside the one that breaks out', () => {
    const template = '<a><!-- ${x} ${y} --><e>${z}</e>${w}</a>';
    const problems = problemsOf(template, { x: '-->', y: 'a-b', z: '</e><e>', w: '<b/>' });
    assert.deepEqual(
      problems.map((problem) => problem.split(' ', 2).join(' ')),
      ['cheetah.value-unescaped ${x}', 'cheetah.fragment-malformed ${z}'],
    );
  });

  it('names no value that stands where XML takes it as it is', () => {
    const template = '<a><!-- ${x} --><![CDATA[${x}]]>${y}</a>';
    const problems = problemsOf(template, { x: 'a < b', y: '<c>' });
    assert.deepEqual(
      problems.map((problem) => problem.split(' ', 2).join(' ')),
      ['cheetah.fragment-malformed ${y}'],
    );
  });

  it('names a place once that a loop came to again, and the innermost directive that a fault came from', () => {
    const { placeholders, ...filled } = fill("<a b='${x}'/>", { x: '&' });
    const twice = { ...filled, placeholders: [...placeholders, ...placeholders] };
    assert.equal(checkOutput("<a b='${x}'/>", twice).length, 1);
    const text = '#for $nic in $nics\n#if $a\n<b>\n#end if\n#end for\n';
    const loop = { kind: 'loop', span: { start: 0, end: text.length }, directive: directive(0, 18) } as const;
    const items = nodeAt(0, 'nics').expression;
    const rendering: RenderedCheetah = {
      output: '<b>\n',
      texts: [],
      placeholders: [],
      notFound: [],
      branches: [
        {
          branch: { directive: directive(19, 25), span: { start: 19, end: 30 }, body: [] },
          output: { start: 0, end: 4 },
        },
      ],
      turns: [
        { loop: { ...loop, variables: [], items, body: [] }, index: 0, item: null, output: { start: 0, end: 4 } },
      ],
    };
    assert.deepEqual(
      checkOutput(text, rendering).map(({ span }) => text.slice(span.start, span.end)),
      ['#if $a'],
    );
  });

  it('is sound for another parser where nothing is reported, and broken or split where something is', function () {
    if (!hasExpat) skipWithout(this, ['python3']);
    const piece = fc.constantFrom('a', ' ', "'", '"', '<', '>', '&', '&lt;', '&#60;', '<b>', '</b>', '<b/>', '<!--', '-->', ']]>', '<b c="d">', '&x;', 'é'); // prettier-ignore
    const value = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    const template = `<r a='\${x}' b="\${y}"><!-- c -->\${z}<e>\${x}</e></r>`;
    const all = fc.sample(fc.record({ x: value, y: value, z: value }), { numRuns: 3000, seed: 7 });
    const readings = readWithExpat(all.map((values) => fill(template, values).output));
    for (const [index, values] of all.entries()) {
      const isSound = problemsOf(template, values).length === 0;
      const isSplit = values.x.includes("'") || values.y.includes('"');
      assert.equal(isSound, readings[index]?.error === null && !isSplit, JSON.stringify(values));
    }
  });

  function directive(start: number, end: number): { span: Span; nameSpan: Span } {
    return { span: { start, end }, nameSpan: { start, end } };
  }
});
