// How files of libraries go into the bundles: what of them costs a start more than it is worth is mended as they are read.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const TSLIB = createRequire(import.meta.url).resolve('tslib/tslib.es6.mjs');

/** One helper, `var __importStar = (this && this.__importStar) || …;`, as TypeScript writes it in front of a file. */
const HELPER = /^var (__\w+) = \(this && this\.\1\) \|\| .*?^\}[()]*;\r?\n/gms;

/** A module of Node that takes milliseconds to load, and that the library of the protocol needs in few sessions. */
const SELDOM_NEEDED = /^const (\w+) = require\("(crypto)"\);$/gm;

/** The same, but that it is loaded with the first use of what it has. */
const LATE = 'const $1 = new Proxy({}, { get: (_, name) => require("$2")[name] });';

/** A module of VS Code or of Node, of which TypeScript makes a copy, name by name: VS Code's has hundreds, and is copied sixteen times. */
const COPIED = /\b__importStar\((require\("[a-z]+"\))\)/g;

/** Modules that nothing of ours has a use for, by what their paths end with, and what stands in for each. */
const OF_NO_USE = {
  // Looks for packages of npm, and starts npm for that.
  'vscode-languageserver/lib/node/files.js': '',
  // The client asks whether VS Code is new enough. VS Code itself has asked that of the manifest.
  'semver/functions/parse.js': 'module.exports = () => ({});',
  'semver/functions/satisfies.js': 'module.exports = () => true;',
  // What a syntax tree is coloured by.
  '@lezer/highlight/dist/index.js':
    'const tag = () => tag; export const tags = new Proxy(tag, { get: () => tag }); export const styleTags = () => () => null;',
};

/**
 * A plugin of esbuild. The helpers of libraries that TypeScript wrote as CommonJS, in each of their files, are those of tslib, once for all.
 * @type {import('esbuild').Plugin}
 */
export const libraryFiles = {
  name: 'files of libraries',
  setup({ initialOptions, onLoad }) {
    initialOptions.inject = [...(initialOptions.inject ?? []), TSLIB];
    onLoad({ filter: /\.c?js$/ }, ({ path: file }) => {
      const [standIn] = Object.entries(OF_NO_USE).filter(([end]) => file.replaceAll('\\', '/').endsWith(`/${end}`));
      if (standIn) return { contents: standIn[1] };
      const source = readFileSync(file, 'utf8');
      const contents = source.replace(HELPER, '').replace(COPIED, '$1').replace(SELDOM_NEEDED, LATE);
      return { contents, loader: 'js' };
    });
  },
};
