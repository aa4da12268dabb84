import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLE, EXAMPLE_FILES, EXAMPLE_TEMPLATE } from '../../../client/src/exampleFiles';
import manifest from '../../../package.json';
import texts from '../../../package.nls.json';
import { ROOT } from '../../installedPrograms';

const { commands, keybindings, menus, walkthroughs } = manifest.contributes;
const ours = commands.map(({ command }) => command);
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const described = Object.entries(texts).filter(([key]) => key.startsWith('walkthrough.'));

/** Commands of VS Code's own that the first steps lead to or wait for. */
const OF_VS_CODE = ['editor.action.quickFix', 'editor.action.revealDefinition', 'vscode.openFolder'];

describe('the example of the first steps', () => {
  it('is copied whole', () => {
    const files = readdirSync(path.join(ROOT, EXAMPLE)).filter((name) => name !== '__pycache__');
    deepEqual([...EXAMPLE_FILES].sort(), files.sort());
    ok(EXAMPLE_FILES.includes(EXAMPLE_TEMPLATE));
  });
});

describe('the first steps', () => {
  it('are four, each with a picture', () => {
    deepEqual(
      steps.map(({ id }) => id),
      ['open', 'mend', 'render', 'follow'],
    );
    for (const { media } of steps) ok(existsSync(path.join(ROOT, media.svg ?? media.image)), media.altText);
  });

  it('lead to commands that there are, and wait for such', () => {
    const known = [...ours, ...OF_VS_CODE];
    const linked = described.flatMap(([, text]) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, name]) => name));
    const awaited = steps.flatMap(({ completionEvents }) =>
      completionEvents.map((event) => event.slice('onCommand:'.length)),
    );
    ok(linked.includes('openstackVif.openExample'));
    for (const name of [...linked, ...awaited]) ok(name !== undefined && known.includes(name), name);
  });
});

describe('the commands', () => {
  it('are offered where they make sense: but for the example, under a condition', () => {
    const conditions = new Map(menus.commandPalette.map(({ command, when }) => [command, when]));
    deepEqual(
      ours.filter((command) => !conditions.get(command)),
      ['openstackVif.openExample'],
    );
    const elsewhere = [...menus['editor/title'], ...menus['explorer/context'], ...keybindings];
    for (const { command, when } of elsewhere) ok(ours.includes(command) && when !== '', command);
  });

  it('bear the name of the product before their titles', () => {
    for (const { category } of commands) deepEqual(category, manifest.displayName);
  });
});
