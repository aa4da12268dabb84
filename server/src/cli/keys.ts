import { TextDocument } from 'vscode-languageserver-textdocument';
import { aboutLink } from '../check/view';
import type { OutputKey } from '../driver/declaration';
import { toRange } from '../languageFeatures/convert';
import { CommandFailure } from './failure';
import { openWorkspace, toPath, toUri } from './openWorkspace';
import { writeOutput } from './output';

/** `vif keys`: writes what reading a driver tells, as JSON. */
export async function keys(driver: string, driverPath: readonly string[]): Promise<0> {
  const workspace = await openWorkspace([], { driverPath });
  const lookup = workspace.lookUpDriver(driver, toUri('nova.conf'));
  if (lookup.kind === 'not-dotted')
    throw new CommandFailure(`'${driver}' is no dotted import path. Write package.module.Class.`, 2);
  if (lookup.kind === 'no-module')
    throw new CommandFailure(
      `The module of ${driver} is not found. Searched: ${lookup.searched.join(', ')}.${aboutLink(lookup)}`,
      2,
    );
  const { uri, module } = lookup.view;
  if (lookup.kind === 'no-class') {
    const held = module.classes.map(({ className }) => className).join(', ') || 'none';
    throw new CommandFailure(`${toPath(uri)} has no such class as ${driver} names. Its classes: ${held}.`, 2);
  }
  const { complete, keys: found } = lookup.declaration;
  const listed = found.map((key) => describe(key, workspace.files.text(key.uri) ?? ''));
  await writeOutput(`${JSON.stringify({ driver, file: toPath(uri), complete, keys: listed }, undefined, 2)}\n`);
  return 0;
}

/** A key with its file, which is that of a base class for one that is inherited from another file. */
function describe({ key, uri, span, declared, sometimes }: OutputKey, text: string): object {
  const range = toRange(TextDocument.create(uri, '', 0, text), span);
  return { key, file: toPath(uri), range, declared, sometimes };
}
