import { describeProblem } from './describeProblem';

describeProblem('placeholder.malformed', [
  { source: '<interface a="<|${}|>"/>', message: /^The placeholder '\$\{\}' names no key\. Write \$\{key\}\.$/ },
  { source: '<interface a=<|${}|>/>', message: /names no key/ },
  { source: '<interface><|${ }|></interface>', message: /names no key/ },
  { source: '<interface a="<|${|>"/>', message: /is not closed by a brace/ },
  { source: '<interface a=<|${|> b="1"/>', message: /is not closed by a brace/ },
  { source: '<interface><|${|></interface>', message: /is not closed by a brace/ },
  {
    source: '<interface a="<|${x|>"/>',
    message: /^The placeholder '\$\{x' is not closed by a brace/,
    fixed: '<interface a="${x}"/>',
  },
  { source: '<interface a=<|${x|>/>', message: /is not closed/, fixed: '<interface a=${x}/>' },
  {
    source: '<interface><|${x|>\n}</interface>',
    message: /is not closed/,
    fixed: '<interface>${x}\n}</interface>',
  },
  {
    source: '<interface><|${x|>${y}</interface>',
    message: /is not closed/,
    fixed: '<interface>${x}${y}</interface>',
  },
  {
    source: '<interface a="<|${a b}|>"/>',
    message: /^The placeholder '\$\{a b\}' holds what is no key/,
    fixed: '<interface a="${a_b}"/>',
  },
  { source: '<interface a=<|${a b}|> c="1"/>', message: /is no key/, fixed: '<interface a=${a_b} c="1"/>' },
  { source: '<interface a="<|${ x }|>"/>', message: /is no key/, fixed: '<interface a="${x}"/>' },
  { source: '<interface a="<|${1st}|>"/>', message: /is no key: a letter or "_"/ },
  { source: '<interface a="<|${a&b}|>"/>', message: /is no key/ },
  { source: '<interface a="<|${😀}|>"/>', message: /is no key/ },
  { source: '<interface a="<|${?}|>"/>', message: /^The placeholder '\$\{\?\}' names no key\. Write \$\{key\?\}\.$/ },
  { source: '<interface><|${ ?? }|></interface>', message: /names no key/ },
  {
    source: '<interface a="<|${a??}|>"/>',
    message:
      /^The placeholder '\$\{a\?\?\}' is not marked as optional: that takes one "\?" right behind the key\. Write \$\{key\?\}\.$/,
    fixed: '<interface a="${a?}"/>',
  },
  { source: '<interface a=<|${a ?}|>/>', message: /one "\?" right behind/, fixed: '<interface a=${a?}/>' },
  { source: '<interface a=<|${a? }|>/>', message: /one "\?" right behind/, fixed: '<interface a=${a?}/>' },
  {
    source: '<interface><|${?a}|></interface>',
    message: /one "\?" right behind/,
    fixed: '<interface>${a?}</interface>',
  },
  { source: '<interface a="<|${a b?}|>"/>', message: /holds what is no key/, fixed: '<interface a="${a_b?}"/>' },
  { source: '<interface a="<|${a?b}|>"/>', message: /holds what is no key/ },
  { source: '<interface a="<|${a?:b}|>"/>', message: /holds what is no key/ },
  { source: '<interface a="<|${a?|>"/>', message: /is not closed/, fixed: '<interface a="${a?}"/>' },
  {
    source: '<interface><![CDATA[<|${x|>]]></interface>',
    message: /is not closed/,
    fixed: '<interface><![CDATA[${x}]]></interface>',
  },
]);

describeProblem('placeholder.misplaced', [
  {
    source: '<interface><<|${x}|>/></interface>',
    message: /^A placeholder can stand in an attribute value or in text/,
  },
  { source: '<interface><a <|${x}|>/></interface>', message: /not in place of a name/ },
  { source: '<interface><a <|${x}|>="1"/></interface>', message: /not in place of a name/ },
  { source: '<interface><a<|${x}|> b="1"/></interface>', message: /not in place of a name/ },
  { source: '<interface><?<|${x}|>?></interface>', message: /not in place of a name/ },
]);
