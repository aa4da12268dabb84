import { itMarks, type Case } from './tokens';

const CONDITIONAL = 'keyword.control.conditional';
const VARIABLE = 'variable.other.cheetah';
const ILLEGAL = 'invalid.illegal';

/** Makes a test of each case, its text behind a first directive. */
function itMarksInCheetah(cases: readonly Case[]): void {
  itMarks(
    'vif-template',
    cases.map(([title, scope, source]) => [title, scope, `#silent a\n${source}`]),
  );
}

describe('The grammar of Cheetah templates', () => {
  describe('directives', () => {
    itMarks('vif-template', [
      ['conditions', CONDITIONAL, '#<|if|> $a\n #<|else if|> $b\n\t#<|elif|> $c\n#<|else|>\n<if/>\n  #<|end if|>'],
      ['conditions in parentheses', CONDITIONAL, '#<|unless|>($a)\n#<|end unless|>'],
      [
        'loops',
        'keyword.control.loop',
        '#<|for|> $nic in $nics\n#<|continue|>\n#<|end for|>\n#<|while|> $a\n#<|break|>',
      ],
      ['imports', 'keyword.control.import', '#<|import|> os\n#<|from|> a import b\n#<|extends|> c'],
      ['others', 'keyword.control.directive', '#<|set|> $a = 1\n#<|set global|> $b = 2\n#<|end def|>\n#<|slurp|>'],
      ['of #raw', 'keyword.control.directive', '#if $a\n#<|raw|>\n#if $b\n#<|end raw|>\n'],
      ['signs at both ends', 'punctuation.definition.directive', '<|#|>if $a<|#|> # b\n  <|#|>end if'],
      ['that go on in the next line', 'meta.directive', "<|#if $a \\|>\n<|  and $b|>\n<a b='#'/>"],
      [
        'inside a tag, once the file is known as Cheetah',
        CONDITIONAL,
        '#<|if|> $a\n<b\n #<|if|> $c\n d="e"\n #<|end if|>\n/>',
      ],
      ['not in the midst of a line', CONDITIONAL, '#<|if|> $a\n<b>#if</b> #else'],
      ['not longer words', CONDITIONAL, '#<|if|> $a\n#iffy\n#else-where'],
    ]);
  });

  describe('comments', () => {
    itMarks('vif-template', [
      ['of a line', 'comment.line', "<|## $a ${b} 'c'|>\n<d/>\n<|  ## e|>\n#if $a"],
      ['behind text', 'comment.line', '#if $a\n<b/> <|## $c|>\n<d/>'],
      ['of a block', 'comment.block', '<|#* $a|>\n<|${b} *#|> c'],
      ['hold no variables', VARIABLE, '## $a\n#* $b\n*# <|$c|>'],
      ['have signs', 'punctuation.definition.comment', '<|##|> a\n<|#*|> b <|*#|>'],
    ]);
  });

  describe('variables', () => {
    itMarksInCheetah([
      ['in directives', VARIABLE, '#for <|$nic|> in <|$nics|>'],
      ['in values and in text', VARIABLE, `<a b='<|$c|>' d="e<|$f.g|>">h<|$i|>.</a>`],
      ['in comments of XML, which Cheetah fills too', VARIABLE, '<!-- <|$a|> -->'],
      ['in arguments, but not in strings', VARIABLE, "$f(<|$a|>, '$b', (<|$c|>))"],
      ['signs', 'punctuation.definition.variable', "<|$|>a <|$|>b('$c')"],
      ['calls', 'entity.name.function', "#if $<|getVar|>('x', 1)\n<a b='$<|c.get|>(1)'/>"],
      ['arguments', 'punctuation.section.arguments', '$a<|(|>$b<|(|>(1)<|))|>'],
      ['arguments end with their line at the latest', 'entity.name.tag', '$a((1\n<<|b|>/>'],
      ['items', 'string.quoted.cheetah', "<a b=\"$nic[<|'c'|>]\"/>$d[<|'e'|>]"],
      ['not in #raw', VARIABLE, '#raw\n$a ${b} #if $c\n#end raw\n<|$d|>'],
      ['escaped', 'constant.character.escape', '<|\\$|>a <|\\#|>if ${b}'],
      ['escaped ones are no variables', VARIABLE, '\\$a <|$b|>'],
      ['no money', VARIABLE, '$1 $ $-'],
    ]);
  });

  describe('expressions', () => {
    itMarksInCheetah([
      ['strings', 'string.quoted.cheetah', `#if $a == <|'b#"\\''|> or $c == <|"d'"|>`],
      ['escapes in strings', 'constant.character.escape', String.raw`#if $a == 'b<|\'|>c'`],
      ['strings end with their line at the latest', 'string.quoted.cheetah', "#if <|'a|>\n<b>'c'</b>"],
      ['constants', 'constant.language', '#if <|True|> or <|None|> or Falsehood'],
      ['numbers', 'constant.numeric', '#set $a1 = <|12|> + <|1.5|>'],
      ['operators that are words', 'keyword.operator.word', '#if $a <|in|> $b <|and|> <|not|> $index'],
      ['operators', 'keyword.operator.cheetah', '#if $a <|==|> $b <|+|> 1 <|<=|> 2'],
      ['in parentheses', 'constant.numeric', '#if (<|1|> + (<|2|>))'],
      ['in braces', 'meta.placeholder', "<a b='<|${nic.get('c', $d)}|>'/><|${c[0]}|>"],
      ['the name in braces', VARIABLE, "${<|nic.get|>('c', d, <|$e|>)}"],
      ['the constants in braces', 'constant.language', "${nic.get('c', <|None|>)}"],
      ['the braces', 'punctuation.definition.template-expression', '<|${|>a[0]<|}|>'],
      ['no key with a blank', ILLEGAL, '<|${a b}|> ${a} <|${}|> <|${|>'],
    ]);
  });

  describe('plain files', () => {
    itMarks('vif-template', [
      ['have no variables without braces', VARIABLE, "<a b='$c'>$d</a> $e()"],
      ['have no directives that do not begin their line', 'keyword.control', '<a>#if</a> #for $b in c'],
      ['have no directives of any other name', 'keyword.control', '#iffy\n#hash\n#'],
      ['have no directives in comments', 'keyword.control', '<!--\n#if this were so\n## or so\n-->'],
      ['have no escapes', 'variable.other.placeholder', '\\${<|a|>}'],
      ['may hold calls, for they may be Cheetah', ILLEGAL, "${getVar('a', 1)} ${b[0]} <|${c|>"],
    ]);
  });
});
