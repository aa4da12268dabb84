import assert from 'node:assert/strict';
import { itMarks, loadGrammar, spansWithScope } from './tokens';

const KEY = 'variable.other.placeholder';
const BEGIN = 'punctuation.definition.template-expression.begin';
const END = 'punctuation.definition.template-expression.end';
const ILLEGAL = 'invalid.illegal.placeholder';

describe('The grammar of VIF templates', () => {
  describe('placeholders', () => {
    itMarks('vif-template', [
      ['in a single-quoted value', KEY, "<mac address='${<|mac_address|>}'/>"],
      ['in a double-quoted value, among text', KEY, '<filterref filter="nova-${<|name|>}-${<|id|>}"/>'],
      ['as an unquoted value', KEY, "<source dev=${<|device_name|>} mode='private' />"],
      ['as an unquoted value behind blanks', KEY, '<source dev = ${<|device_name|>}/>'],
      ['in text', KEY, '<name>${<|name|>}</name>'],
      ['in a comment', KEY, '<!-- ${<|a|>}\n${<|b|>} --> c'],
      ['in CDATA', KEY, '<script><![CDATA[${<|a|>}]]></script>'],
      ['where a tag has its name', KEY, '<${<|tag|>}/>'],
      ['with dots and hyphens', KEY, '${<|nic.mac-address|>}'],
      ['with letters of any alphabet', KEY, '${<|größe|>} ${<|名|>}'],
      ['that are optional', KEY, "<a b='${<|c|>?}' d=${<|e|>?}>${<|f|>?}</a>"],
      ['have a mark where they are optional', 'keyword.operator.optional', "<a b='${c<|?|>}'/>${d}? ${e<|?|>}"],
      ['begin with a sign', BEGIN, "<mac address='<|${|>a}'/><|${|>b}"],
      ['end with a brace', END, "<mac address='${a<|}|>'/>${b<|}|>}"],
      ['are one piece for themes', 'meta.placeholder', '<a b=<|${c}|>/>'],
    ]);
  });

  describe('malformed placeholders', () => {
    itMarks('vif-template', [
      ['without a key', ILLEGAL, "<a b='<|${}|>' c=<|${ }|>/>"],
      ['with a blank in the key', ILLEGAL, "<a b='<|${a b}|>' c=<|${a b}|>/> <|${a b}|>"],
      ['with blanks around the key', ILLEGAL, "<a b='<|${ a }|>'/>"],
      ['that begin with a digit', ILLEGAL, '<|${1a}|>'],
      ['with a mark that is not right behind the key', ILLEGAL, '<|${?}|> <|${a??}|> <|${a ?}|>'],
      ['without a brace, at the end of the line', ILLEGAL, '<a b=<|${|>\n c=<|${d|>\n/>'],
      ['without a brace, before a quote', ILLEGAL, "<a b='<|${c|>' d='${e}'/>"],
      ['without a brace, before the end of a tag', ILLEGAL, '<a b=<|${c|>/><d>}</d>'],
      ['without a brace, before another placeholder', ILLEGAL, '<|${a|> ${b}'],
      ['not a sign without a brace, or a brace without a sign', ILLEGAL, "<a b='$c' d='{e}'/> $ {} $f"],
    ]);
  });

  describe('XML', () => {
    itMarks('vif-template', [
      ['names of tags', 'entity.name.tag', '<<|interface|>>\n<<|mac|>/>\n</<|interface|> >'],
      ['names of tags with a prefix', 'entity.name.tag', '<<|v:a-b.c|>></<|v:a-b.c|>>'],
      ['names of attributes', 'entity.other.attribute-name', "<a <|b|>='c' <|d:e|>=${f}\n  <|g|>>h</a>"],
      ['signs of equality', 'punctuation.separator.key-value', "<a b<|=|>'=' c <|=|> ${d}> = </a>"],
      ['single-quoted values', 'string.quoted.single', `<a b=<|'c"d>'|> e="'"/>`],
      ['double-quoted values', 'string.quoted.double', `<a b=<|"c'd>"|> e='"'/>`],
      ['values over lines', 'string.quoted.double', '<a b=<|"c|>\n<|d"|>/>'],
      ['quotes', 'punctuation.definition.string', `<a b=<|'|>c<|'|> d=<|"|>e<|"|>/>`],
      ['unquoted values', 'string.unquoted', '<a b=<|c/d|> e= <|f|>/>'],
      ['unquoted values around a placeholder', 'string.unquoted', '<a b=<|c|>${d}<|e/f|> g=<|h|>/>'],
      ['the beginnings of end tags', 'punctuation.definition.tag.begin', '<|</|>a>'],
      ['the ends of tags', 'punctuation.definition.tag.end', '<a<|>|></a<|>|><b<|/>|>'],
      ['tags as a whole', 'meta.tag', "<|<a b='c'>|>d<|</a>|>"],
      ['comments', 'comment.block', "a <|<!-- <b c='d'> -|>\n<|e-->|> f"],
      ['the ends of comments', 'punctuation.definition.comment', '<|<!--|> - <|-->|>'],
      ['CDATA', 'string.unquoted.cdata', '<a><|<![CDATA[<b>&]]>|></a>'],
      ['the ends of CDATA', 'punctuation.definition.string', '<a><|<![CDATA[|>b<|]]>|></a>'],
      ['entities', 'constant.character.entity', `<a b='<|&lt;|>' c="<|&#10;|>">d<|&#x1F;|></a>`],
      ['a lone ampersand', 'invalid.illegal.bad-ampersand', `<a b='<|&|>' c="<|&|> d">e <|&|>f &amp;</a>`],
      ['a declaration', 'meta.tag.preprocessor', "<|<?xml version='1.0'?>|>\n<a/>"],
      [
        'the attributes of a declaration',
        'entity.other.attribute-name',
        "<?xml <|version|>='1.0' <|encoding|>='utf-8'?>",
      ],
      ['the name of a declaration', 'entity.name.tag', '<?<|xml|>?>'],
      ['the ends of a declaration', 'punctuation.definition.tag', '<|<?|>xml<|?>|>'],
      ['a document type', 'meta.tag.sgml.doctype', `<|<!DOCTYPE a [ <!ENTITY b ">"> ] 'c>' "d>">|><a/>`],
      ['the word of a document type', 'keyword.other.doctype', '<!<|DOCTYPE|> a>'],
      ['the ends of a document type', 'punctuation.definition.tag', '<|<!|>DOCTYPE a<|>|>'],
      ['the strings of a document type', 'string.quoted', `<!DOCTYPE a <|'c>'|> <|"d>"|>>`],
    ]);

    it('the beginnings of start tags', async () => {
      const spans = spansWithScope(await loadGrammar('vif-template'), '<a/>', 'punctuation.definition.tag.begin');
      assert.deepEqual(spans, [{ start: 0, end: 1 }]);
    });
  });

  describe('one fault does not colour the rest of the file', () => {
    itMarks('vif-template', [
      ['a tag that lacks its end', 'entity.name.tag', "<<|a|> b='c'\n<<|d|>/>\n</<|a|>\n</<|e|>>"],
      ['a value that lacks its single quote', 'string.quoted.single', "<a b=<|'c/>|>\n<d e=<|'f'|>/>"],
      ['a value that lacks its double quote', 'string.quoted.double', '<a b=<|"c/>|>\n<d e=<|"f"|>/>'],
    ]);
  });
});
