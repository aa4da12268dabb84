/** What people and their editors put into a text of each kind, and what half of it looks like. */
const COMMON = [
  ...['\n', '\r\n', '\r', ' ', '\t', '\0', '\ufeff', '\u2028', '\u00a0', '😀', '\ud83d', '\ude00', 'é'],
  ...[
    '\\',
    '%',
    '$$',
    '$',
    '${',
    '}',
    '{',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '`',
    '#',
    ';',
    ':',
    '=',
    '<',
    '>',
    '&',
    '-',
    '.',
  ],
];

const TEMPLATE = [
  ...['${key}', '${key?}', '${a b}', '</', '/>', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE a', '&amp;'],
  ...['<template vif-type="x">', '<template>', '</template>', '<template/>', '<vif-templates>', '</vif-templates>'],
  ...[
    '<interface>',
    '</interface>',
    '<interface type="bridge">',
    '</interfacex>',
    "<mac address='${mac}'/>",
    '<hostdev',
  ],
  ...[' vif-type="bridge"', ' vif-type=', " type='virtio'", ' a=1', ' <source bridge='],
];

const CHEETAH = [
  ...["#if $vif_type == 'a'\n", '#else if $a\n', '#else\n', '#end if\n', '#unless $b\n', '#end unless\n'],
  ...[
    '#for $nic in $nics\n',
    '#end for\n',
    '#set $a = 1\n',
    '#break\n',
    '#stop\n',
    '#raw\n',
    '#end raw\n',
    '## c\n',
    '#*',
    '*#',
  ],
  ...['$nic.k', '${nic.k}', "$nic['k']", '$', '\\$', '\\#', '#if $a then 1 else 2#', '#echo $a#', '#import os\n'],
];

const NOVA_CONF = [
  ...[
    '[DEFAULT]',
    '[libvirt]\n',
    '\n[a',
    '--',
    '--flag=1\n',
    '\n  more',
    '\nlibvirt_vif_driver = ',
    'libvirt_vif_type=x\n',
  ],
  ...[
    '\nlibvirt_xml_template = a.vif.xml\n',
    '$libvirt_vif_type',
    '${DEFAULT.a}',
    '\ncompute_driver=x',
    '\n; c',
    '\n# c',
  ],
];

const CODE = [
  ...[
    'class A:',
    'class B(A):\n',
    '"""',
    "'''",
    '    ',
    'def getVIFConfiguration(self, instance, network):\n',
    'return {',
  ],
  ...[
    "network['",
    "'] = ",
    "output_keys = ['a', '",
    'static outputKeys = [',
    'from y import *\n',
    'if x:\n',
    'else:\n',
  ],
  ...[
    'export default ',
    'getVIFConfiguration(i, n) {',
    '...network',
    '**network',
    'lambda x: ',
    '//',
    '/*',
    '*/',
    'return\n',
  ],
];

const REQUEST = [
  '{',
  '}',
  '"network": {',
  '"nics": [',
  '"instance"',
  ',',
  'null',
  '1e999',
  '-0',
  '"\\ud800"',
  'NaN',
  '//',
];

export const FRAGMENTS: readonly string[] = [
  ...new Set([...COMMON, ...TEMPLATE, ...CHEETAH, ...NOVA_CONF, ...CODE, ...REQUEST]),
];
