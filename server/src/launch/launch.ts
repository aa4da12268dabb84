// How a program of this folder is started on a machine.
import { homedir } from 'node:os';
import path from 'node:path';
import { CompiledCode } from './compiledCode';
import { requireWith, type Require } from './programFiles';

/** How long (ms) after its start a program has run what a start runs: V8 forgets the code of what runs no more. */
const STARTED = 2000;

/** So much of the name of a folder, from its end, a file's name holds. */
const LONGEST_PLACE = 100;

/** The folder that a variable names; a relative one would hang on where a program is started. */
function folderIn(named: string | undefined): string | undefined {
  return named !== undefined && path.isAbsolute(named) ? named : undefined;
}

/** Where this system keeps, for each of its users, what can be made again. */
function cacheFolder({ env, platform }: NodeJS.Process): string {
  if (platform === 'win32') return folderIn(env.LOCALAPPDATA) ?? path.join(homedir(), 'AppData', 'Local');
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Caches');
  return folderIn(env.XDG_CACHE_HOME) ?? path.join(homedir(), '.cache');
}

/**
 * The file that keeps the compiled code of a program, in the folder that Node.js is told to keep such code in, if it is. Each place
 * where we are installed has its own: an extension and a program of the command line would replace each other's with every start.
 */
function storeOf(program: string): string {
  const folder = folderIn(process.env.NODE_COMPILE_CACHE) ?? path.join(cacheFolder(process), 'openstack-vif');
  const place = __dirname.replace(/\W+/g, '-').slice(-LONGEST_PLACE);
  return path.join(folder, `${program}-${process.version}-${process.arch}${place}.code`);
}

/**
 * Starts a program: a file of this folder with all that it loads there. Its compiled code is kept for the next start, unless
 * `NODE_DISABLE_COMPILE_CACHE` is set, by which Node.js is told to keep none; `NODE_COMPILE_CACHE` names the folder where.
 * @param outside gives what is there beside the files
 * @returns what the program exports
 */
export function launch(program: string, outside: Require): unknown {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return outside(`./${program}.js`);
  const code = new CompiledCode(__dirname, storeOf(program));
  const require = requireWith(outside, (name, module, next) => {
    code.run(name, module, next);
  });
  const keep = (): void => {
    code.keep();
  };
  setTimeout(keep, STARTED).unref();
  process.once('exit', keep);
  return require(`./${program}.js`);
}
