import { itMarks } from './tokens';

const NAME = 'keyword.other.definition';
const VALUE = 'string.unquoted';
const SIGN = 'punctuation.separator.key-value';
const OPTION = 'variable.other.option';
const NUMBER = 'constant.numeric';
const BOOLEAN = 'constant.language.boolean';

describe('The grammar of nova.conf', () => {
  describe('sections', () => {
    itMarks('nova-conf', [
      ['names', 'entity.name.section', '[<|DEFAULT|>]\na = [b]\n[<|libvirt|>]'],
      ['brackets', 'punctuation.definition.section', '<|[|>a<|]|>'],
      ['as a whole', 'meta.section', '<|[a]|>'],
      ['that are not closed', 'invalid.illegal.section', '<|[DEFAULT|>\na = b\n[c]'],
    ]);
  });

  describe('comments', () => {
    itMarks('nova-conf', [
      ['of each sign', 'comment.line', '<|# a = $b|>\n<|; c|>\n<|// d|>\ne = #f ;g //h'],
      ['indented, in a flag file', 'comment.line', '--a=b\n<|  # c|>\n<|\t// d|>'],
      ['the one sign', 'comment.line.number-sign', '<|# a|>\n; b'],
      ['the other sign', 'comment.line.semicolon', '# a\n<|; b|>'],
      ["the flag file's own sign", 'comment.line.double-slash', '# a\n<|// b|>'],
      ['signs', 'punctuation.definition.comment', '<|#|> a #\n <|;|> b\n<|//|> c'],
      ['not an indented line that goes on with a value', 'comment.line', 'a = b\n  # c\n<|# d|>'],
    ]);
  });

  describe('options of the INI form', () => {
    itMarks('nova-conf', [
      ['names', NAME, '<|libvirt_vif_type|> = 802.1Qbh\n<|libvirtVIFDriver|>=a.B\n<|c.d-e|>: f'],
      ['signs', SIGN, 'a <|=|> b=c:d\ne<|:|> f:g=h'],
      ['values', VALUE, 'a = <|b c|>\nd: <|e=f|>\ng ='],
      ['values that go on', VALUE, 'a = <|b|>\n<|  c = d|>\n<|\te|>\nf = <|g|>'],
      ['values that end with an empty line', VALUE, 'a = <|b|>\n\n  c\n'],
      ['names after a value that goes on', NAME, '<|a|> = b\n  c = d\n<|e|> = f'],
      ['not a line without a sign', NAME, 'a\n b = c'],
    ]);
  });

  describe('flags', () => {
    itMarks('nova-conf', [
      ['names', NAME, '--<|libvirt_vif_type|>=802.1Qbh\n  -<|a|>\n--<|no-b|>'],
      ['dashes', 'punctuation.definition.flag', '<|--|>a=--b\n<|-|>c'],
      ['signs', SIGN, '--a<|=|>b=c\n--d <|=|> e'],
      ['values', VALUE, '--a=<|b c|>\n--d\n--e <|f|>'],
      ['values of one line', VALUE, '--a=<|b|>\n c'],
      ['substitutions', OPTION, '--a=<|$b|>/c'],
    ]);
  });

  describe('values', () => {
    itMarks('nova-conf', [
      ['numbers', NUMBER, 'a = <|12|>\nb=<|-1.5|>\nc:<|3|>\n--d=<|4|>'],
      ['numbers of a list', NUMBER, 'a = <|1|>,<|2|>, <|3|>, b\nc =\n  <|4|>'],
      ['no number in a VIF type', NUMBER, 'a = 802.1Qbh\nb = 5th\nc = x1'],
      ['no number in an address', NUMBER, 'a = 10.0.0.1\nb = 10.0.0.0/24\nc = h:80\nd = 2001:db8::1'],
      ['booleans', BOOLEAN, 'a = <|True|>\nb=<|false|>\nc: <|Yes|>\nd=<|off|> \n--e=<|no|>'],
      ['no boolean in a longer value', BOOLEAN, 'a = true story\nb = not no\nc = online'],
      ['substitutions', OPTION, 'a = <|$my_ip|>:80\nb = \'<|$c|>\'\nd=e-<|$f|>/\ng = "<|$h|>"'],
      ['substitutions of a group', OPTION, 'a = <|$libvirt.virt_type|>/b'],
      ['substitutions in braces', OPTION, 'a = ${<|b|>}c${<|d.e|>}'],
      ['the braces of substitutions', 'punctuation.definition.template-expression', 'a = <|${|>b<|}|>c'],
      ['substitutions in braces as a whole', 'meta.substitution', 'a = <|${b}|>c'],
      ['substitutions in lines that go on', OPTION, 'a = b\n  <|$c|>'],
      ['signs of substitutions', 'punctuation.definition.variable', 'a = <|$|>b'],
      ['escaped signs', 'constant.character.escape', 'a = <|$$|>b<|\\$|>c'],
      ['no substitutions where the sign is escaped', OPTION, 'a = $$b \\$c $1 $'],
      ['double quotes around all', 'string.quoted.double', 'a = <|"b c"|>\nd = "e" f\ng = "h'],
      ['single quotes around all', 'string.quoted.single', "a = <|'b c'|>\nd = 'e' f\ng = 'h"],
    ]);
  });
});
