import { found, PATHS, type Role } from './corpus';
import { checkCheetahRendering } from './targets/cheetahRenderer';
import { checkText } from './targets/plainRenderer';
import { readText } from './targets/parsers';

const VALUES = ['', ']]>', '"<a b=\'-->', '\r\n', '\0'];

describe('a text that fuzzing found a fault with reads now', () => {
  for (const role of Object.keys(PATHS) as Role[])
    for (const [index, text] of found[role].entries())
      it(`${PATHS[role]}, the ${index + 1}.`, () => {
        readText(role, text);
      });
});

describe('a template that fuzzing found a fault with is rendered soundly now', () => {
  for (const [index, text] of found.template.entries())
    it(`a plain one, the ${index + 1}.`, () => {
      for (const value of VALUES) checkText(text, [value]);
    });
  for (const [index, text] of found.cheetah.entries())
    it(`a Cheetah file, the ${index + 1}.`, () => {
      for (const value of VALUES) checkCheetahRendering(text, [value], 2);
    });
});
