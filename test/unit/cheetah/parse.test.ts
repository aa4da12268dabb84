import { deepEqual, equal } from 'node:assert/strict';
import type { Expression } from '../../../server/src/cheetah/expression';
import { parseCheetah } from '../../../server/src/cheetah/parse';
import type { Node } from '../../../server/src/cheetah/syntax';
import { applyFix } from '../applyFix';
import { mark } from '../markedText';

const URI = 'file:///libvirt.xml.template';

/** An expression in one line, each part with its kind's sign. */
function shownExpression(it: Expression): string {
  const list = (items: readonly Expression[]): string => items.map(shownExpression).join(' ');
  switch (it.kind) {
    case 'name':
      return `${it.searched ? '$' : ''}${it.name}`;
    case 'member':
      return `${shownExpression(it.object)}.${it.name}`;
    case 'subscript':
      return `${shownExpression(it.object)}[${shownExpression(it.index)}]`;
    case 'call':
      return `${shownExpression(it.callee)}(${list(it.arguments)})`;
    case 'literal':
      return typeof it.value === 'string' ? JSON.stringify(it.value) : String(it.value);
    case 'list':
    case 'tuple':
      return `(${it.kind} ${list(it.items)})`;
    case 'dictionary':
      return `{${it.entries.map(({ key, value }) => `${shownExpression(key)}: ${shownExpression(value)}`).join(' ')}}`;
    case 'not':
      return `(not ${shownExpression(it.operand)})`;
    case 'and':
    case 'or':
      return `(${it.kind} ${list(it.operands)})`;
    case 'comparison':
      return `(${shownExpression(it.first)}${it.rest.map(({ operator, operand }) => ` ${operator} ${shownExpression(operand)}`).join('')})`;
    case 'arithmetic':
      return `(${shownExpression(it.left)} ${it.operator} ${shownExpression(it.right)})`;
    case 'sign':
      return `(${it.operator}${shownExpression(it.operand)})`;
    case 'conditional':
      return `(if ${list([it.condition, it.value, it.other])})`;
    case 'opaque':
      return `?${it.names.map(({ name }) => name).join(',')}`;
  }
}

/** A node in one line. */
function shown(node: Node): string {
  const all = (nodes: readonly Node[]): string => nodes.map(shown).join(' ');
  switch (node.kind) {
    case 'text':
      return JSON.stringify(node.text);
    case 'placeholder':
      return `<${shownExpression(node.expression)}>`;
    case 'raw':
      return `raw ${JSON.stringify(node.content.text)}`;
    case 'condition': {
      const branches = node.branches.map(({ condition, negated, body }) => {
        const head = condition ? `${negated ? 'unless' : 'if'} ${shownExpression(condition)}` : 'else';
        return `${head}: ${all(body)}`;
      });
      return `[${branches.join(' | ')}${node.end ? '' : ' …'}]`;
    }
    case 'ternary':
      return `[${[node.condition, node.value, node.other].map(shownExpression).join(' ? ')}]`;
    case 'loop':
      return `[for ${node.variables.map(({ name }) => name).join(',')} in ${shownExpression(node.items)}: ${all(node.body)}]`;
    case 'set':
      return `set ${node.isGlobal ? 'global ' : ''}${node.name.name} ${node.operator} ${shownExpression(node.value)}`;
    case 'echo':
      return `echo ${shownExpression(node.value)}`;
    default:
      return node.kind;
  }
}

const parsed = (text: string): string => parseCheetah(text, URI).nodes.map(shown).join(' ');

const TREES: readonly (readonly [string, string])[] = [
  ['a $b.c d', '"a " <$b.c> " d"'],
  ['$a. $5 $$ \\$a \\#if', '<$a> ". $5 $$ $a #if"'],
  ["${a.b} $(a) $[a] $f($x, 'y')[0]", '<$a.b> " " <$a> " " <$a> " " <$f($x "y")> "[0]"'],
  ["$a['k'].b", '<$a["k"].b>'],
  ['${a or b}', '<(or $a b)>'],
  [
    'x\n  #if $a == 1 and not $b\n  y\n  #else if $c in (1, 2)\nz\n#else\nw\n  #end if\nv',
    '"x\\n" [if (and ($a == 1) (not $b)): "  y\\n" | if ($c in (tuple 1 2)): "z\\n" | else: "w\\n"] "v"',
  ],
  ['x #if $a# y #end if# z', '"x " [if $a: " y "] " z"'],
  ['#if $a: x\n#else: y\nz', '[if $a: "x\\n" | else: "y\\n" …] "z"'],
  ["#if $a then 'b' else $c\n", '[$a ? "b" ? $c]'],
  ['#unless $a\nx\n#end unless\n', '[unless $a: "x\\n"]'],
  ['#for $a, $b in $c\n$a\n#end for\n', '[for a,b in $c: <$a> "\\n"]'],
  ['#set $a = -1 + 2 ** 3\n#set global b += [1]\n', 'set a = ((-1) + (2 ** 3)) set global b += (list 1)'],
  ["#echo 1 if $a else {'k': None}\n", 'echo (if $a 1 {"k": null})'],
  ['  ## note\nx ## note\n', 'comment "x " comment "\\n"'],
  ['  #if $a ## note\nx\n#end if\n', '"  " [if $a: comment "x\\n"]'],
  ['a #* b\n#* c *# *# d\n', '"a " comment " d\\n"'],
  ['#raw\n$x #if\n#end raw\ny', 'raw "$x #if\\n" "y"'],
  ['x#slurp\ny #\nz', '"x" slurp "y " slurp "z"'],
  ['#foo # if #fff &#10;', '"#foo # if #fff &#10;"'],
  ['#pass\r\n#stop\r', 'pass stop'],
];

/** What is wrong, marked, with its code. */
const PROBLEMS: readonly (readonly [string, string])[] = [
  ['<|#if $a|>\nx\n', 'cheetah.end-missing'],
  ['#for $a in $b\n<|#if $a|>\nx\n#end for\n', 'cheetah.end-missing'],
  ['x\n<|#end if|>\ny\n', 'cheetah.end-surplus'],
  ["#if $a <|=|> 'b'\nx\n#end if\n", 'cheetah.assignment-in-condition'],
  ["#if ($a <|=|> 'b') or $c\nx\n#end if\n", 'cheetah.assignment-in-condition'],
  ['<|#import|> os\n', 'cheetah.unsupported'],
  ['<|<%|> x %>\n', 'cheetah.unsupported'],
  ['${1 and (<|lambda: 1|>)}', 'cheetah.unsupported'],
  ['<|$!a|> x', 'cheetah.unsupported'],
  ['$<|{|>a\n', 'cheetah.syntax'],
  ['<|#if $a|>\n#end if\n', 'cheetah.syntax'],
  ['#if $a\nx\n#else <|y|>\nz\n#end if\n', 'cheetah.syntax'],
];

describe('parsing Cheetah files', () => {
  for (const [text, tree] of TREES) {
    it(`reads ${JSON.stringify(text)}`, () => {
      equal(parsed(text), tree);
      deepEqual(parseCheetah(text, URI).problems, []);
    });
  }

  for (const [marked, code] of PROBLEMS) {
    it(`reports ${code} in ${JSON.stringify(marked)}`, () => {
      const text = marked.replaceAll(/<\||\|>/g, '');
      const { problems } = parseCheetah(text, URI);
      deepEqual(
        [
          mark(
            text,
            problems.map(({ span }) => span),
          ),
          problems.map((it) => it.code),
        ],
        [marked, [code]],
      );
    });
  }

  it('writes == for =, and takes the comparison for what was meant', () => {
    const text = "#if $a = 'b'\nx\n#end if\n";
    const fix = parseCheetah(text, URI).problems[0]?.fixes?.[0];
    equal(applyFix(text, URI, fix), "#if $a == 'b'\nx\n#end if\n");
    equal(parsed(text), '[if ($a == "b"): "x\\n"]');
  });

  it('removes the line of a surplus end', () => {
    const text = 'x\n  #end if\ny\n';
    const fix = parseCheetah(text, URI).problems[0]?.fixes?.[0];
    equal(applyFix(text, URI, fix), 'x\ny\n');
  });
});
