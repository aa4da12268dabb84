import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import { doUntil, keepScreenshot, settle, useVSCode } from './support.mjs';
import { readTour } from './tourPage.mjs';
import { ACTIONS, entriesFor, OUTCOMES } from './tourSentences.mjs';

const walks = readTour();
const steps = walks.flatMap((walk) => walk.steps);

describe('docs/tour.md', () => {
  it('has the two walks', () => {
    assert.deepEqual(
      walks.map(({ title, steps: { length } }) => [title.slice(0, 2), length]),
      [
        ['A.', 7],
        ['B.', 6],
      ],
    );
  });

  for (const [table, sentences] of [
    [ACTIONS, steps.map(({ action }) => action)],
    [OUTCOMES, steps.flatMap(({ outcomes }) => outcomes)],
  ]) {
    it(`has a meaning for each sentence such as "${sentences[0]}", and a sentence for each meaning`, () => {
      for (const sentence of sentences) assert.equal(entriesFor(table, sentence).length, 1, sentence);
      for (const [pattern] of table)
        assert.ok(
          sentences.some((sentence) => pattern.test(sentence)),
          String(pattern),
        );
    });
  }

  it('says of each step what is to be seen then', () => {
    for (const { text, outcomes } of steps) assert.ok(outcomes.length > 0, text);
  });
});

/** What the command "Open the Example…" makes. */
function copyOfExample(examples) {
  const folder = path.join(path.dirname(examples), 'openstack-vif-example');
  cpSync(path.join(examples, 'proposal'), folder, { recursive: true });
  return folder;
}

describe('a person who takes the tour', () => {
  const vscode = useVSCode({ folder: copyOfExample });
  before(() => vscode.page.setViewportSize({ width: 1240, height: 540 }));

  // Who lost the way in one step cannot take the next.
  let lost = false;
  beforeEach(function () {
    if (lost) this.skip();
  });
  afterEach(function () {
    lost ||= this.currentTest.state === 'failed';
  });

  /** Does a sentence, or waits until it is true. */
  const follow = async (table, sentence) => {
    const [[pattern, meaning]] = entriesFor(table, sentence);
    const [, ...quoted] = pattern.exec(sentence);
    await meaning(vscode.page, ...quoted);
  };

  for (const { title, steps } of walks) {
    describe(title, () => {
      for (const { text, action, outcomes, picture } of steps) {
        it(text, async () => {
          const [first, ...others] = outcomes;
          const act = () => follow(ACTIONS, action);
          const see = () => follow(OUTCOMES, first);
          if (action.startsWith('Press')) await doUntil(vscode.page, act, see);
          else await act().then(see);
          for (const outcome of others) await follow(OUTCOMES, outcome);
          if (!picture) return;
          await settle(vscode.page);
          await keepScreenshot(vscode.page, picture);
        });
      }
    });
  }
});
