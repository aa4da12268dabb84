import { TextDocument } from 'vscode-languageserver-textdocument';
import { toRange } from '../languageFeatures/convert';
import { CommandFailure } from './failure';
import { openWorkspace, toPath, toUri } from './openWorkspace';

/** `vif keys`: writes what reading a driver tells, as JSON. */
export async function keys(driver: string, driverPath: readonly string[]): Promise<0> {
  const workspace = await openWorkspace([], { driverPath });
  const lookup = workspace.lookUpDriver(driver, toUri('nova.conf'));
  if (lookup.kind === 'not-dotted')
    throw new CommandFailure(`'${driver}' is no dotted import path. Write package.module.Class.`, 2);
  if (lookup.kind === 'no-module')
    throw new CommandFailure(`The module of ${driver} is not found. Searched: ${lookup.searched.join(', ')}.`, 2);
  const { uri, text, module } = lookup.view;
  if (lookup.kind === 'no-class') {
    const held = module.classes.map(({ className }) => className).join(', ') || 'none';
    throw new CommandFailure(`${toPath(uri)} has no such class as ${driver} names. Its classes: ${held}.`, 2);
  }
  const document = TextDocument.create(uri, '', 0, text);
  const { complete, keys: found } = lookup.declaration;
  const declared = found.map(({ key, span, declared }) => ({ key, range: toRange(document, span), declared }));
  process.stdout.write(`${JSON.stringify({ driver, file: toPath(uri), complete, keys: declared }, undefined, 2)}\n`);
  return 0;
}
