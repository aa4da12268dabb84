import { describeProblem } from './describeProblem';

describeProblem('template.doctype', [
  {
    source: '<|<!DOCTYPE interface>|><interface/>',
    message: /^A document type declaration is refused: .* no entity is expanded/,
  },
  { source: '<|<!DOCTYPE a SYSTEM "b>c">|><interface/>', message: /is refused/ },
  { source: `<|<!DOCTYPE a [ <!ENTITY b "]>"> ] >|><interface/>`, message: /is refused/ },
  { source: '<interface><|<!ENTITY b "c">|></interface>', message: /is refused/ },
  { source: '<|<!DOCTYPE a\n|><interface/>', message: /is refused/ },
  { source: '<|<!DOCTYPE a [\n|><interface/>', message: /is refused/ },
  { source: '<|<!doctype a>|><interface/>', message: /is refused/ },
]);

describeProblem('template.no-interface', [
  { source: '<||>', message: /^The file holds no element\. A template file holds one <interface>/ },
  { source: '<||> \n', message: /^The file holds no element/ },
  { source: '<||><!-- a -->', message: /^The file holds no element/ },
  { source: '<<|domain|>><interface/></domain>', message: /^The root element is 'domain'\. A template file holds/ },
  {
    source: '<vif-templates><<|template|> vif-type="a"/></vif-templates>',
    message: /^This template holds no <interface> and no <hostdev>\.$/,
  },
]);

describeProblem('template.no-vif-type', [
  {
    source: '<vif-templates><<|template|>><interface/></template></vif-templates>',
    message: /^This template does not say its VIF type\. Write vif-type="…"\.$/,
  },
  {
    source: '<vif-templates><<|template|> vif-type=""><interface/></template></vif-templates>',
    message: /does not say its VIF type/,
  },
]);

describeProblem('template.vif-type-repeated', [
  {
    source:
      '<vif-templates><template vif-type="a"><interface/></template><template vif-type="<|a|>"><interface/></template></vif-templates>',
    message: /^The VIF type 'a' has a template already\. Only the first one is used\.$/,
  },
]);

describeProblem('template.not-text', [
  { source: 'PK\x03\x04<|\0|>\0${x}<', message: /^This file is no text: it holds a NUL character/ },
]);
