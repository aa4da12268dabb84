import * as vscode from 'vscode';
import { inBrowser, requireWith, type Module, type Require } from '../../server/src/launch/programFiles';
import type * as client from './browserClient';

const CLIENT = './browserClient.js';

/** Where the programs ask for one another. */
const REQUIRED = /\brequire\("(\.\/[\w-]+\.js)"\)/g;

/** The texts of a program in a folder, by the names of its files: of all that it may ask for. */
async function textsOf(folder: string, program: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (let names: readonly string[] = [program]; names.length > 0;) {
    const found = await Promise.all(names.map(async (name) => [name, await textAt(folder + name)] as const));
    for (const [name, text] of found) texts.set(name, text);
    const asked = found.flatMap(([, text]) => [...text.matchAll(REQUIRED)].map(([, name = '']) => name));
    names = [...new Set(asked)].filter((name) => !texts.has(name));
  }
  return texts;
}

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} cannot be read: ${answer.status} ${answer.statusText}`);
  return answer.text();
}

/** Runs the text of a file, as VS Code ran this one: a browser's extension can import nothing. */
function run(text: string, module: Module, require: Require): void {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- its own files alone, and VS Code has no other way here
  const program = new Function('module', 'require', text) as (...given: [Module, Require]) => void;
  program(module, require);
}

/** Starts the extension in a browser. VS Code takes a single file there: it is this one, which loads those that serve everywhere. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist/').toString(true);
  const texts = await textsOf(folder, CLIENT);
  const require = requireWith(inBrowser({ vscode }), (name, ...given) => {
    run(texts.get(name) ?? '', ...given);
  });
  await (require(CLIENT) as typeof client).activate(context, folder);
}
