import { equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MANIFEST, manifest, PROBLEMS_PAGE, problemsPage } from '../../../scripts/problemsPage';

describe('what is said of the problems (run "npm run docs" after a change)', () => {
  it('docs/problems.md is what the catalogue gives', async () => {
    equal(readFileSync(PROBLEMS_PAGE, 'utf8'), await problemsPage());
  });

  it('the setting openstackVif.severity knows every code', async () => {
    equal(readFileSync(MANIFEST, 'utf8'), await manifest());
  });
});
