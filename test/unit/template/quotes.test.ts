import { describeProblem } from './describeProblem';

describeProblem('template.quote-missing', [
  {
    source: `<interface><a b=<|'1|>/><c/>it's</interface>`,
    message: /^The value of 'b'/,
    fixed: `<interface><a b='1'/><c/>it's</interface>`,
  },
  {
    source: `<interface><a b=<|'1|>/></interface>`,
    message: /^The value of 'b' is not closed: ' is missing\.$/,
    fixed: `<interface><a b='1'/></interface>`,
  },
  {
    source: `<interface><a b=<|"\${x}|>/></interface>`,
    message: /" is missing/,
    fixed: '<interface><a b="${x}"/></interface>',
  },
  {
    source: `<interface><a b=<|'eth5|> mode='private'/></interface>`,
    message: /^The value of 'b'/,
    fixed: `<interface><a b='eth5' mode='private'/></interface>`,
  },
  {
    source: `<interface><a b=<|'eth5|>   c = "1" d='2'/></interface>`,
    message: /^The value of 'b'/,
    fixed: `<interface><a b='eth5'   c = "1" d='2'/></interface>`,
  },
  {
    source: `<interface>\n<a b=<|'1|>\n/>\n<c d='2'/></interface>`,
    message: /^The value of 'b'/,
    fixed: `<interface>\n<a b='1'\n/>\n<c d='2'/></interface>`,
  },
  {
    source: `<interface>\r<a b=<|'1 2|>  \r/></interface>`,
    message: /^The value of 'b'/,
    fixed: `<interface>\r<a b='1 2'  \r/></interface>`,
  },
  {
    source: `<interface a=<|"1|>><b c="2"/></interface>`,
    message: /^The value of 'a'/,
    fixed: `<interface a="1"><b c="2"/></interface>`,
  },
  {
    source: `<interface><a b=<|"1'|>/></interface>`,
    message: /" is missing/,
    fixed: `<interface><a b="1'"/></interface>`,
  },
]);

describeProblem('template.value-unquoted', [
  {
    source: '<interface><a b=<|eth5|>/></interface>',
    message: /^The value of 'b' stands without quotes\.$/,
    fixed: `<interface><a b='eth5'/></interface>`,
  },
  {
    source: '<interface><a b=<|eth${n}|> c="1"/></interface>',
    message: /^The value of 'b'/,
    fixed: `<interface><a b='eth\${n}' c="1"/></interface>`,
  },
  {
    source: '<interface><a b=<|${x}${y}|>/></interface>',
    message: /^The value of 'b'/,
    fixed: `<interface><a b='\${x}\${y}'/></interface>`,
  },
  {
    source: `<interface><a b=<|\${x}'|>/></interface>`,
    message: /^The value of 'b'/,
    fixed: `<interface><a b='\${x}'/></interface>`,
  },
  {
    source: `<interface><a b=<|5"|>/></interface>`,
    message: /^The value of 'b'/,
    fixed: `<interface><a b="5"/></interface>`,
  },
  {
    source: `<interface><a b=<|it's|>/></interface>`,
    message: /^The value of 'b'/,
    fixed: `<interface><a b="it's"/></interface>`,
  },
  {
    source: '<interface a=<|/dev/tap0|>></interface>',
    message: /^The value of 'a'/,
    fixed: `<interface a='/dev/tap0'></interface>`,
  },
  { source: `<interface><a b=<|eth5c='1'|>/></interface>`, message: /^The value of 'b'/ },
  {
    source: '<vif-templates><template vif-type=<|bridge|>><interface/></template></vif-templates>',
    message: /^The value of 'vif-type'/,
    fixed: `<vif-templates><template vif-type='bridge'><interface/></template></vif-templates>`,
  },
]);
