import { deepEqual, equal } from 'node:assert/strict';
import { parseCheetahTemplate } from '../../../server/src/cheetahTemplate/parse';
import { applyFix } from '../applyFix';
import { marked } from '../markedText';
import { markProblems, URI } from './read';

/** A text with its problems marked, what they say, and the text after the first fix of each, in a loop over the interfaces. */
interface Case {
  readonly source: string;
  readonly messages: readonly string[];
  readonly fixed?: string;
}

const LOOKS = "looks for 'nic.a' in the search list alone. 'nic' is the variable of a loop and not there, so it";
const GET_VAR = `cheetah.get-var-loop-variable: getVar ${LOOKS}`;

const IN_LOOP: Readonly<Record<string, Case>> = {
  'getVar as a condition': {
    source: "#if <|$getVar('nic.a', False)|>\nb\n#end if",
    messages: [`${GET_VAR} always gives its default.`],
    fixed: "#if 'a' in $nic and $nic.a\nb\n#end if",
  },
  'getVar in a part of a condition': {
    source: "#if not <|$getVar('nic.a', '')|>\nb\n#end if",
    messages: [`${GET_VAR} always gives its default.`],
    fixed: "#if not ('a' in $nic and $nic.a)\nb\n#end if",
  },
  'getVar with a default that counts, as a condition': {
    source: "#if <|$getVar('nic.a', True)|>\nb\n#end if",
    messages: [`${GET_VAR} always gives its default.`],
    fixed: "#if ($nic.a if 'a' in $nic else True)\nb\n#end if",
  },
  'getVar as a placeholder': {
    source: "<|$getVar('nic.a', 'b')|>",
    messages: [`${GET_VAR} always gives its default.`],
    fixed: "${nic.a if 'a' in $nic else 'b'}",
  },
  'getVar in braces': {
    source: "${<|getVar('nic.a', 1)|>}",
    messages: [`${GET_VAR} always gives its default.`],
    fixed: "${nic.a if 'a' in $nic else 1}",
  },
  'getVar in #set': {
    source: "#set $x = <|$getVar('nic.a', 'b')|>",
    messages: [`${GET_VAR} always gives its default.`],
    fixed: "#set $x = ($nic.a if 'a' in $nic else 'b')",
  },
  'getVar without a default': { source: "<|$getVar('nic.a')|>", messages: [`${GET_VAR} always fails.`] },
  varExists: {
    source: "#if <|$varExists('nic.a')|>\nb\n#end if",
    messages: [`cheetah.get-var-loop-variable: varExists ${LOOKS} always says no.`],
    fixed: "#if 'a' in $nic\nb\n#end if",
  },
  'the variable of another loop': {
    source: "#for $v in $vs\n<|$getVar('v.a', 1)|>\n#end for",
    messages: [
      "cheetah.get-var-loop-variable: getVar looks for 'v.a' in the search list alone. 'v' is the variable of a loop and not there, so it always gives its default.",
    ],
  },
  'getVar of another name': { source: "$getVar('name', 1)", messages: [] },
  'an unquoted value': {
    source: '<a b=<|${nic.a}|>/>',
    messages: ["template.value-unquoted: The value of 'b' stands without quotes."],
    fixed: "<a b='${nic.a}'/>",
  },
  'an unquoted value with quotes in it': {
    source: `<a b=<|$nic['a']|> c='d'/>`,
    messages: ["template.value-unquoted: The value of 'b' stands without quotes."],
    fixed: `<a b="$nic['a']" c='d'/>`,
  },
  'a quote that is missing': {
    source: "<a b=<|'${nic.a}|>/>\n<c d='e'/>",
    messages: ["template.quote-missing: The value of 'b' is not closed: ' is missing."],
    fixed: "<a b='${nic.a}'/>\n<c d='e'/>",
  },
  'a character that XML wants written otherwise': {
    source: '<a>b <|&|> c</a>',
    messages: ["template.xml-syntax: '&' is no reference of XML. Write &amp; for the character itself."],
    fixed: '<a>b &amp; c</a>',
  },
  'an attribute twice': {
    source: "<a b='1' <|b|>='2'/>",
    messages: ["template.xml-syntax: The attribute 'b' is given twice. Keep one."],
  },
  'an attribute twice, in two branches': { source: "<a\n#if $x\nb='1'\n#else\nb='2'\n#end if\n/>", messages: [] },
  'a tag in two branches': { source: "#if $x\n<a b='1'\n#else\n<a b='2'\n#end if\nc='3'/>", messages: [] },
  'attributes that a value makes': { source: '<a $nic.a/><b>$nic.c</b>', messages: [] },
  'a value in the name of a tag and of an attribute': { source: "<a$nic.a b$nic.b='1'></a$nic.a>", messages: [] },
  'a reference that a value makes': { source: '<a>&$nic.a;</a>', messages: [] },
  'escaped signs': { source: "<a b='\\${c}'>\\#if \\$d</a>", messages: [] },
  'a VIF type twice': {
    source: "#if $vif_type == 'a'\nb\n<|#else if $vif_type == 'a'|>\nc\n#end if",
    messages: [
      'cheetah.branch-unreachable: This branch is never taken: the conditions before it leave nothing for it.',
    ],
  },
  'a condition twice': {
    source: '#if $x\nb\n<|#else if $x|>\nc\n#end if',
    messages: [
      'cheetah.branch-unreachable: This branch is never taken: the conditions before it leave nothing for it.',
    ],
  },
  'a condition inside of its opposite': {
    source: "#if $vif_type == 'a'\nb\n<|#if $vif_type == 'b'|>\nc\n#end if\n#end if",
    messages: ['cheetah.branch-unreachable: This branch is never taken: the conditions around it rule it out.'],
  },
  'a condition that never holds': {
    source: '<|#if False|>\nb\n#end if',
    messages: ['cheetah.branch-unreachable: This branch is never taken: its condition never holds.'],
  },
  'behind a condition that always holds': {
    source: '#if 1\nb\n<|#else|>\nc\n#end if',
    messages: ['cheetah.branch-unreachable: This branch is never taken: a condition before it always holds.'],
  },
  'a condition twice, set in between': { source: '#if $x\n#set $x = 1\n#end if\n#if not $x\nb\n#end if', messages: [] },
  'an #else that is there for safety': { source: '#if $x\nb\n#else if not $x\nc\n#else\nd\n#end if', messages: [] },
};

describe('The problems of a Cheetah file:', () => {
  for (const [title, { source, messages, fixed }] of Object.entries(IN_LOOP)) {
    const around = (inside: string): string => `#for $nic in $nics\n${inside}\n#end for\n`;

    it(title, () => {
      const { text } = marked(around(source));
      const { problems } = parseCheetahTemplate(text, URI);
      deepEqual(markProblems(text, problems), [around(source), ...messages]);
    });

    it(fixed === undefined ? `${title} has no fix` : `${title} is mended by its fix`, () => {
      const { text } = marked(around(source));
      const fixes = parseCheetahTemplate(text, URI).problems.flatMap((problem) => problem.fixes ?? []);
      equal(fixes.length, fixed === undefined ? 0 : 1);
      if (fixed === undefined) return;
      equal(applyFix(text, URI, fixes[0]), around(fixed));
      deepEqual(parseCheetahTemplate(around(fixed), URI).problems, []);
    });
  }

  it('thousands of branches that are never taken, each looked at once', () => {
    const count = 5_000;
    const { problems } = parseCheetahTemplate(`#if $a\n${'#elif $a\nb\n'.repeat(count)}#end if\n`, URI);
    equal(problems.filter(({ code }) => code === 'cheetah.branch-unreachable').length, count);
  });
});
