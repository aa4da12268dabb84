import { found, PATHS, type Role } from './corpus';
import { readText } from './targets/parsers';

describe('a text that fuzzing found a fault with reads now', () => {
  for (const role of Object.keys(PATHS) as Role[])
    for (const [index, text] of found[role].entries())
      it(`${PATHS[role]}, the ${index + 1}.`, () => {
        readText(role, text);
      });
});
