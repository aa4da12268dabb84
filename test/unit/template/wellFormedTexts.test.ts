import { deepEqual } from 'node:assert/strict';
import { parsed, PROPOSAL } from './parsed';

/** What each text is, the text, and its keys. Not one of them has a problem. */
const texts: readonly (readonly [name: string, text: string, keys: readonly string[]])[] = [
  ["the proposal's template", PROPOSAL, ['mac_address', 'device_name', 'profile_name']],
  ['single and double quotes', `<interface a='\${x}' b="\${y}"/>`, ['x', 'y']],
  ['the other quote inside of a value', `<interface a='say "\${x}"' b="it's \${y}"/>`, ['x', 'y']],
  ['a value with text around its placeholders', "<interface dev='eth${n}.${vlan}'/>", ['n', 'vlan']],
  [
    'an unquoted placeholder before each thing that can end it',
    '<interface a=${v} b=${w}\n c=${x}><m d=${y}/></interface>',
    ['v', 'w', 'x', 'y'],
  ],
  ['an unquoted placeholder before the >', '<interface a=${x}></interface>', ['x']],
  ['blanks around the equals sign', "<interface a = ${x} b\n=\t'1'/>", ['x']],
  ['a value of several lines', "<interface a='one\n  two ${x}'/>", ['x']],
  ['> in a value, in text and in a comment', "<interface a='>'>a > b <!-- > --></interface>", []],

  ['placeholders as text', '<interface><name>${x}-${y}</name></interface>', ['x', 'y']],
  ['a comment with a placeholder, a tag and quotes', `<interface><!-- dev=\${x} isn't <a b="c --></interface>`, ['x']],
  ['a comment with things that are no placeholders', '<interface><!-- ${, ${} and ${a b} --></interface>', []],
  ['a comment that ends right behind an unclosed placeholder', '<interface><!-- ${a --><!--${b--><c/></interface>', []],
  ['comments before and behind the root', '<!-- a -->\n<interface/>\n<!-- b -->', []],
  ['a short comment', '<interface><!----></interface>', []],
  ['a comment with < just before its end', '<interface><!-- <!--></interface>', []],
  ['a CDATA section', '<interface><a><![CDATA[ < & ${x} ]] > ]]]></a></interface>', ['x']],
  ['a CDATA section with another opener in it', '<interface><![CDATA[ <![CDATA[ <!-- ]]></interface>', []],
  ["XML's own entities", '<interface a="&lt;&gt;&amp;&quot;&apos;">&lt;&amp;</interface>', []],
  ['character references', '<interface a="&#65;&#x41;&#x1F600;&#x000041;">&#10;</interface>', []],
  ['a reference beside a placeholder', '<interface a="&amp;${x};">&lt;${y}&gt;</interface>', ['x', 'y']],
  ['a lone brace and a lone dollar sign', '<interface a="$ { } $x {y}">$ } {</interface>', []],
  [
    'keys of every kind',
    '<interface a="${a} ${_b} ${c.d-e} ${f2} ${größe} ${名}"/>',
    ['a', '_b', 'c.d-e', 'f2', 'größe', '名'],
  ],
  ['the same placeholder twice', '<interface a=${x} b="${x}"/>', ['x', 'x']],
  ['astral characters', '<interface a="😀${x}">😀${y}</interface>', ['x', 'y']],
  ['CRLF', '<interface>\r\n  <a b=${x}\r\n/>\r\n</interface>\r\n', ['x']],
  ['lone CR', '<interface>\r  <a b=${x}\r/>\r</interface>\r', ['x']],
  ['a byte order mark', '\ufeff<interface a=${x}/>', ['x']],
  ['an XML declaration', `<?xml version="1.0" encoding="UTF-8"?>\n<interface a=\${x}/>`, ['x']],
  ['an XML declaration behind a byte order mark', `\ufeff<?xml version='1.1' standalone='yes' ?><interface/>`, []],
  ['a processing instruction', `<?xml-model href="a?b>c"??><interface><?x?><?a:b ??></interface>`, []],
  ['namespaces', '<interface xmlns:q="urn:q" q:a=${x}><q:b xml:lang="en"/></interface>', ['x']],
  ['a namespace that nobody declares', '<interface><q:b r:c="1"/></interface>', []],
  ['names with every kind of character', '<interface><_a-b.c:d1 é2="1"/></interface>', []],
  [
    "attributes that are named like an object's methods",
    "<interface hasOwnProperty='1' constructor='2' __proto__='3' toString='4'/>",
    [],
  ],
  ['blanks in every tag', '<interface\n>\n<a\t/>\n</interface\n>', []],
  ['no line end', '<interface/>', []],
  [
    'templates for several VIF types',
    '<vif-templates>\n<!-- ${c} -->\n<template vif-type="bridge"><interface a=${x}/></template>\n<template vif-type=\'ethernet\'>\n<interface b=${y}></interface></template>\n</vif-templates>',
    ['c', 'x', 'y'],
  ],
  ['no template at all yet', '<vif-templates></vif-templates>', []],
];

describe('parseTemplateFile: a text that is well formed', () => {
  for (const [name, text, keys] of texts)
    it(`has no problem: ${name}`, () => {
      const file = parsed(text);
      deepEqual(file.problems, []);
      deepEqual(
        file.placeholders.map(({ key }) => key),
        keys,
      );
    });
});
