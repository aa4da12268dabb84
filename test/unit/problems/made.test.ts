import { equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MADE } from '../../../scripts/docs';
import { ROOT } from '../../installedPrograms';

describe('what is made of the catalogue of problems and the sources (run "npm run docs" after a change)', () => {
  for (const [file, make] of Object.entries(MADE))
    it(`${file} is as it is made`, async () => {
      equal(readFileSync(path.join(ROOT, file), 'utf8'), await make());
    });
});
