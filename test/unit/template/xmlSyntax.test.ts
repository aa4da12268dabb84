import { deepEqual, equal, match } from 'node:assert/strict';
import { applyFix } from '../applyFix';
import { describeProblem } from './describeProblem';
import { parsed, URI } from './parsed';

describeProblem('template.xml-syntax', [
  {
    source: '<interface><name>AT<|&|>T</name></interface>',
    message: /^'&' is no reference of XML\. Write &amp; for the character itself\.$/,
    fixed: '<interface><name>AT&amp;T</name></interface>',
  },
  {
    source: `<interface a='AT<|&|>T' b='1'/>`,
    message: /is no reference of XML/,
    fixed: `<interface a='AT&amp;T' b='1'/>`,
  },
  { source: '<interface><|&|></interface>', message: /&amp;/, fixed: '<interface>&amp;</interface>' },
  {
    source: '<interface><|&nbsp;|></interface>',
    message: /^'&nbsp;' is no reference/,
    fixed: '<interface>&amp;nbsp;</interface>',
  },
  {
    source: '<interface><|&AMP;|></interface>',
    message: /no reference/,
    fixed: '<interface>&amp;AMP;</interface>',
  },
  { source: '<interface><|&#0;|></interface>', message: /no reference/, fixed: '<interface>&amp;#0;</interface>' },
  {
    source: '<interface><|&#xD800;|></interface>',
    message: /no reference/,
    fixed: '<interface>&amp;#xD800;</interface>',
  },
  {
    source: '<interface><|&#X41;|></interface>',
    message: /no reference/,
    fixed: '<interface>&amp;#X41;</interface>',
  },
  {
    source: '<interface><|&#99999999999;|></interface>',
    message: /no reference/,
    fixed: '<interface>&amp;#99999999999;</interface>',
  },
  {
    source: '<interface>a[b[0<|]]>|>1</interface>',
    message: /^Text cannot hold \]\]>\. Write \]\]&gt;\.$/,
    fixed: '<interface>a[b[0]]&gt;1</interface>',
  },
  { source: '<interface><a <|b|>/></interface>', message: /^The attribute 'b' has no value\. Write b='…'\.$/ },
  { source: '<interface><a <|b|>=/></interface>', message: /^The attribute 'b' has no value/ },
  { source: '<interface><a <|b|>= c="1"/></interface>', message: /^The attribute 'b' has no value/ },
  { source: '<interface><a <|b|> c="1"/></interface>', message: /^The attribute 'b' has no value/ },
  { source: `<interface a='1' <|a|>='2'/>`, message: /^The attribute 'a' is given twice\. Keep one\.$/ },
  { source: `<interface a='1'<|b|>='2'/>`, message: /No whitespace between attributes/ },
  { source: `<interface a=\${x}<|b|>='2'/>`, message: /No whitespace between attributes/ },
  { source: `<interface <|1|>a='2'/>`, message: /Invalid attribute name/ },
  {
    source: '<interface><a b="1" <|"|>/></interface>',
    message: /^The character " is not expected here, inside of a tag\.$/,
  },
  { source: '<interface><a <|=|> /></interface>', message: /^The character = is not expected/ },
  { source: '<interface><a <|/|> b="1"/></interface>', message: /^The character \/ is not expected/ },
  { source: '<interface><<|a|>></interface>', message: /^The element 'a' is not closed: <\/a> is missing\.$/ },
  { source: '<<|interface|>><a/>', message: /^The element 'interface' is not closed/ },
  {
    source: '<interface></<|a|>></interface>',
    message: /^The closing tag 'a' closes nothing: there is no open element of that name\.$/,
  },
  { source: '<interface/></<|interface|>>', message: /closes nothing/ },
  { source: '<interface></interface <|a="1"|>>', message: /^A closing tag holds nothing but its name\.$/ },
  { source: '<interface></interface<|/|>>', message: /^A closing tag holds nothing/ },
  { source: '<interface></interface <|${x}|>>', message: /^A closing tag holds nothing/ },
  { source: '<interface><<|a|> b="1"\n<c/></interface>', message: /^The tag 'a' is not closed: > is missing\.$/ },
  { source: '<interface><<|a|> b="1"/\n<c/></interface>', message: /^The tag 'a' is not closed/ },
  { source: '<interface><<|a|><b/></interface>', message: /^The tag 'a' is not closed/ },
  { source: '<interface><a></<|a|>\n<c/></interface>', message: /^The tag 'a' is not closed/ },
  {
    source: "<<|interface|> type='direct'\n  <a/>\n  <b/>\n</interface>",
    message: /^The tag 'interface' is not closed/,
  },
  { source: '<interface><a/></<|interface|>', message: /^The tag 'interface' is not closed/ },
  { source: '<interface><|<!--|> a <b/></interface>', message: /^This <!-- is not closed: --> is missing\.$/ },
  { source: '<interface><|<!--|> a <b/><!-- c --></interface>', message: /^This <!-- is not closed/ },
  { source: '<|<!--|> Copyright\n<interface></interface>', message: /^This <!-- is not closed/ },
  { source: '<interface><|<!--|>></interface>', message: /^This <!-- is not closed/ },
  {
    source: '<interface><|<![CDATA[|> a <b/></interface>',
    message: /^This <!\[CDATA\[ is not closed: \]\]> is missing\.$/,
  },
  { source: '<|<?|>xml version="1.0">\n<interface/>', message: /^This <\? is not closed: \?> is missing\.$/ },
  { source: '<interface><!-- a <|--|> b -- c --></interface>', message: /^A comment cannot hold '--'\.$/ },
  { source: '<interface><!-- a <|-|>--><b/></interface>', message: /^A comment cannot hold '--'\.$/ },
  { source: '<interface><!--<|--|>---- a ------></interface>', message: /^A comment cannot hold '--'\.$/ },
  { source: '\n<?<|xml version="1.0"|>?><interface/>', message: /very start of a file/ },
  { source: '<interface><?<|xml version="1.0"|>?></interface>', message: /very start of a file/ },
  { source: '<?<|xml version="2.0"|>?><interface/>', message: /no XML declaration|neither an XML declaration/ },
  { source: '<?<|xml|>?><interface/>', message: /neither an XML declaration/ },
  { source: '<interface><?<| x|>?></interface>', message: /neither an XML declaration/ },
  { source: '<|a|><interface/>', message: /^Text cannot stand outside of the root element\.$/ },
  { source: '<interface/> <|a\n b|> \n', message: /^Text cannot stand outside/ },
  { source: '<interface/><|${x}|>', message: /^Text cannot stand outside/ },
  { source: '<interface/><|<![CDATA[ a ]]>|>', message: /^Text cannot stand outside/ },
  { source: '<interface/><<|a|>/>', message: /^A file has one root element; 'a' is a second one\.$/ },
  { source: '<interface/><<|a|>></a>', message: /^A file has one root element/ },
  {
    source: '<interface>a<|\x01\x02|>b</interface>',
    message: /^XML cannot hold the character U\+0001\. Remove it\.$/,
  },
  { source: '<interface a="<|\ud800|>"/>', message: /U\+D800/ },
  { source: '<interface><!-- <|\uffff|> --></interface>', message: /U\+FFFF/ },
]);

/** Texts with a `<` that is none; it can't be marked. */
const lessThan: readonly (readonly [text: string, message: RegExp, fixed: string])[] = [
  [
    '<interface>1 < 2</interface>',
    /^This < begins no tag\. Write &lt; for the character itself\.$/,
    '<interface>1 &lt; 2</interface>',
  ],
  ['<interface>I <3 you</interface>', /begins no tag/, '<interface>I &lt;3 you</interface>'],
  ['<interface><!- x -></interface>', /begins no tag/, '<interface>&lt;!- x -></interface>'],
  [`<interface a='1 < 2'/>`, /^An attribute value cannot hold <\. Write &lt;\.$/, `<interface a='1 &lt; 2'/>`],
];

describe('parseTemplateFile: a < that begins no tag', () => {
  for (const [text, message, fixed] of lessThan)
    it(`is the one problem of ${JSON.stringify(text)}, and mended by the fix`, () => {
      const { problems } = parsed(text);
      const at = text.search(/<[ 3!]/);
      deepEqual(
        problems.map(({ code, span }) => [code, span]),
        [['template.xml-syntax', { start: at, end: at + 1 }]],
      );
      match(problems[0]?.message ?? '', message);
      equal(applyFix(text, URI, problems[0]?.fixes?.[0]), fixed);
      deepEqual(parsed(fixed).problems, []);
    });
});
