// Libraries that TypeScript wrote as CommonJS bring its helpers in each of their files. Here they all share those of tslib.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const TSLIB = createRequire(import.meta.url).resolve('tslib/tslib.es6.mjs');

/** One helper, `var __importStar = (this && this.__importStar) || …;`, as TypeScript writes it in front of a file. */
const HELPER = /^var (__\w+) = \(this && this\.\1\) \|\| .*?^\}[()]*;\r?\n/gms;

/** A plugin of esbuild. @type {import('esbuild').Plugin} */
export const helpersOnce = {
  name: 'helpers once',
  setup({ initialOptions, onLoad }) {
    initialOptions.inject = [...(initialOptions.inject ?? []), TSLIB];
    onLoad({ filter: /\.js$/ }, ({ path: file }) => {
      const source = readFileSync(file, 'utf8');
      return { contents: source.replace(HELPER, ''), loader: 'js' };
    });
  },
};
