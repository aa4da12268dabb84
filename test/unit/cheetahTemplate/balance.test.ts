import { deepEqual } from 'node:assert/strict';
import { parseCheetahTemplate } from '../../../server/src/cheetahTemplate/parse';
import { marked } from '../markedText';
import { markProblems, URI } from './read';

/** A file in which every element is closed, whatever the conditions are. */
const BALANCED: Readonly<Record<string, string>> = {
  'opened and closed in one branch': '#if $a\n<b><c/></b>\n#end if\n',
  'opened in all branches, closed behind them':
    '#if $a\n<b x="1">\n#else if $c\n<b>\n#else\n<b x="2">\n#end if\n</b>\n',
  'opened and closed under the same condition': '#if $a\n<b>\n#end if\n<c/>\n#if $a\n</b>\n#end if\n',
  'under the same condition, written in another way': "#if $a.b\n<b>\n#end if\n#if ($a['b'])\n</b>\n#end if\n",
  'under a condition and its opposite': '#if $a\n<b>\n#else\n<c>\n#end if\n#if not $a\n</c>\n#else\n</b>\n#end if\n',
  'under a condition and #unless': '#if $a\n<b>\n#end if\n#unless not $a\n</b>\n#end unless\n',
  'under tests of one value':
    "#if $t == 'x'\n<b>\n#else if $t == 'y'\n<c>\n#end if\n#if $t in ('x', 'z')\n#if $t == 'x'\n</b>\n#end if\n#else if 'y' == $t\n</c>\n#end if\n",
  'a value is known to be true by its test': "#if $t == 'x'\n<b>\n#end if\n#if $t and $t == 'x'\n</b>\n#end if\n",
  'a value is known not to be empty by its test':
    "#if $t == ''\n<b>\n#end if\n#if not $t\n#if $t == ''\n</b>\n#end if\n#end if\n",
  'a condition of more parts': '#if $a or $b\n<b>\n#end if\n#if $a or $b\n</b>\n#end if\n',
  'a condition of more parts, turned around':
    '#if $a and $b\n<b>\n#end if\n#if not $a or not $b\n#pass\n#else\n</b>\n#end if\n',
  'a comparison and its opposite': '#if $n > 1\n<b>\n#end if\n#if not $n <= 1\n</b>\n#end if\n',
  'the VIF type by its name and by getVar':
    "#if $vif_type == 'x'\n<b>\n#end if\n#if $getVar('vif_type', '') == 'x'\n</b>\n#end if\n",
  'an attribute under a condition': "<b\n#if $a\n x='1'\n#else\n x='2'\n#end if\n/>\n",
  'an element in a loop': '<b>\n#for $x in $y\n<c>\n#if $x\n<d/>\n#end if\n</c>\n#end for\n</b>\n',
  'a loop that goes on at once': '#for $x in $y\n#if $x\n#continue\n#end if\n<c>\n</c>\n#end for\n',
  'a loop that is around a condition that opens':
    '#if $a\n<b>\n#end if\n#for $x in $y\n<c/>\n#end for\n#if $a\n</b>\n#end if\n',
  'a file that stops': '<b>\n#if $a\n</b>\n#stop\n#end if\n</b>\n',
  'a tag that a value makes': "<$a x='1'>\n</$a>\n",
  'comments of both kinds': '<b>## </b>\n#* </b> *#<!-- </b>\n#if $a\n</c>\n#end if\n--></b>\n',
  'what a comment says': '#if $a\n<!-- <b> -->\n#end if\n',
  'less-than in a condition': '#if $a < 1 and $b <c\n<d/>\n#end if\n',
  'text of #raw': '#raw\n<b>$x</b>\n#end raw\n',
  'a condition in one line': '<b>#if $a#<c>#else#<c x="1">#end if#</c></b>\n',
  CDATA: '<b><![CDATA[ </c> ]]></b>\n',
  'the XML declaration behind directives': "#set $a = 1\n<?xml version='1.0'?>\n<b/>\n",
};

/** A file with a fault in it, marked, and what is said of it. */
const UNBALANCED: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'opened and never closed': [
    '<a>\n<|#if $a|>\n<b>\n#end if\n</a>\n',
    "cheetah.branch-unbalanced: This branch opens the element 'b', which is not closed under the same condition.",
  ],
  'opened in one branch, closed behind them all': [
    '<|#if $a|>\n<b>\n#end if\n</b>\n',
    "cheetah.branch-unbalanced: This branch opens the element 'b', which is not closed under the same condition.",
  ],
  'opened in two branches of three': [
    '#if $a\n<b>\n#else if $c\n<b>\n<|#else|>\n<c>\n#end if\n</b>\n',
    "cheetah.branch-unbalanced: This branch opens the element 'c', which is not closed under the same condition.",
  ],
  'closed in one branch alone': [
    '<b>\n<|#if $a|>\n</b>\n#end if\n',
    "cheetah.branch-unbalanced: This branch closes the element 'b', which is opened under another condition.",
  ],
  'closed in one branch, and behind it': [
    '<b>\n<|#if $a|>\n</b>\n#end if\n</b>\n',
    "cheetah.branch-unbalanced: This branch closes the element 'b', which is opened under another condition.",
  ],
  'a value that changes in between': [
    '<|#if $a|>\n<b>\n#end if\n#set $a = 1\n#if $a\n</b>\n#end if\n',
    "cheetah.branch-unbalanced: This branch opens the element 'b', which is not closed under the same condition.",
  ],
  'opened in a loop': [
    '<|#for $x in $y|>\n<b>\n#end for\n',
    "cheetah.branch-unbalanced: This loop opens the element 'b' and does not close it each time.",
  ],
  'closed in a loop': [
    '<b>\n<|#for $x in $y|>\n</b>\n#end for\n',
    "cheetah.branch-unbalanced: This loop closes the element 'b', which is opened under another condition.",
  ],
  'the variable of a loop is another one each time': [
    '#for $x in $y\n<|#if $x|>\n<b>\n#end if\n#end for\n#for $x in $y\n#if $x\n</<|b|>>\n#end if\n#end for\n',
    "cheetah.branch-unbalanced: This branch opens the element 'b', which is not closed under the same condition.",
    "template.xml-syntax: The closing tag 'b' closes nothing: there is no open element of that name.",
  ],
  'not closed in its own branch': [
    '#if $a\n<b><<|c|>></b>\n#end if\n',
    "template.xml-syntax: The element 'c' is not closed: </c> is missing.",
  ],
  'not closed anywhere': [
    '<<|b|>>\n#if $a\n<c/>\n#end if\n',
    "template.xml-syntax: The element 'b' is not closed: </b> is missing.",
  ],
  'closes nothing': [
    '#if $a\n<b/></<|b|>>\n#end if\n',
    "template.xml-syntax: The closing tag 'b' closes nothing: there is no open element of that name.",
  ],
  'left by #break': [
    '<|#for $x in $y|>\n<b>\n#if $x\n#break\n#end if\n</b>\n#end for\n',
    "cheetah.branch-unbalanced: This loop opens the element 'b' and does not close it each time.",
  ],
};

describe('The elements of a Cheetah file', () => {
  describe('are balanced:', () => {
    for (const [title, text] of Object.entries(BALANCED)) {
      it(title, () => {
        deepEqual(markProblems(text, parseCheetahTemplate(text, URI).problems), [text]);
      });
    }
  });

  describe('are not:', () => {
    for (const [title, [source, ...messages]] of Object.entries(UNBALANCED)) {
      it(title, () => {
        const { text } = marked(source);
        deepEqual(markProblems(text, parseCheetahTemplate(text, URI).problems), [source, ...messages]);
      });
    }
  });
});
