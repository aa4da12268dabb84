import { deepEqual } from 'node:assert/strict';
import { mark } from '../markedText';
import { dictionary } from './plain';
import { REFUSALS, VALUES } from './refusedCases';
import { rendered } from './rendered';

describe('renderCheetah refuses', () => {
  for (const [title, cases] of Object.entries(REFUSALS))
    describe(title, () => {
      for (const [marked, message] of cases)
        it(JSON.stringify(marked), () => {
          const text = marked.replace(/<\||\|>/g, '');
          const outcome = rendered(text, dictionary(VALUES));
          deepEqual(outcome.kind === 'refused' && [mark(text, [outcome.span]), outcome.message], [marked, message]);
        });
    });
});
