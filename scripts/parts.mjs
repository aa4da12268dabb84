// Splits the programs for Node: parts that few sessions need become files of their own beside them, loaded with the first call of one of
// their functions. The sources know nothing of it: a test, and the bundle for browsers, have everything in one piece.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';

/** The functions that a module exports: what else it exports cannot be put off, and so is not there for others. */
function exportedFunctions(file) {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name);
}

/** A module of the same functions, which loads the part with the first call. */
function standIn(file, part) {
  const functions = exportedFunctions(file).map(
    (name) => `export const ${name} = (...args) => load().${name}(...args);`,
  );
  return [`let part;\nconst load = () => (part ??= require('./${part}.js'));`, ...functions].join('\n');
}

/**
 * What makes a file of each part. `parts` names the modules of each, from `root`; `core` are modules that are loaded wherever a part is:
 * a part takes from them what it needs, in place of sharing it in a file of its own.
 */
function splitting(root, parts, core) {
  const partOf = new Map(
    Object.entries(parts).flatMap(([part, files]) => files.map((file) => [path.join(root, file), part])),
  );
  const quoted = (file) => JSON.stringify(path.join(root, file));
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^part:/ }, ({ path: name }) => ({ path: name.slice('part:'.length), namespace: 'part' }));
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path: part }) => ({
        contents: [
          ...core.map((file) => `import ${quoted(file)};`),
          ...parts[part].map((file) => {
            const names = exportedFunctions(path.join(root, file)).join(', ');
            return `export { ${names} } from ${quoted(file)};`;
          }),
        ].join('\n'),
        resolveDir: root,
      }));
      onResolve({ filter: /^\./ }, ({ path: name, importer, resolveDir, namespace }) => {
        if (namespace === 'stand-in') return { path: name, external: true };
        const file = path.join(resolveDir, `${name}.ts`);
        const isWithin = partOf.get(importer) === partOf.get(file);
        return partOf.has(file) && !isWithin ? { path: file, namespace: 'stand-in', sideEffects: false } : undefined;
      });
      onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path: file }) => ({
        contents: standIn(file, partOf.get(file)),
        resolveDir: root,
      }));
    },
  };
}

/** An import for nothing but its order: the core is there where a part is loaded. */
const BARE_IMPORT = /import"\.\/[\w-]+\.js";/g;

/** An import of a whole module that is no part of the bundle. esbuild would copy it, name by name, wherever it is imported: VS Code's has some hundreds, forty times. */
const WHOLE_IMPORT = /\bimport(?:\s*\*\s*as)? ?(\w+) ?from ?"(vscode|node:[\w/]+)";/g;

/**
 * What Node loads at once, and so without waiting, out of what esbuild can split. All stands in a function: so a browser can run each
 * file as a script (`server/src/worker.ts`), and none sees the names of another.
 */
async function asCommonJs(text) {
  const { code } = await transform(text.replace(BARE_IMPORT, '').replace(WHOLE_IMPORT, 'const $1=require("$2");'), {
    format: 'cjs',
    target: 'node20',
    minify: true,
  });
  return `(function(module,require){${code}})(module,require);\n`;
}

/** Writes what was built, in the form that Node can load at once. */
function writing(started) {
  return {
    name: 'writing',
    setup({ onEnd }) {
      onEnd(async ({ outputFiles = [] }) => {
        for (const { path: file, text } of outputFiles) {
          const start = started[path.parse(file).name] ?? '';
          writeFileSync(file, start + (await asCommonJs(text)));
        }
      });
    },
  };
}

/**
 * The options of esbuild, added to others, that make the programs (file by name) and the parts out of the sources in `root`.
 * `started` are the programs that people start with Node (by name), each with what comes before its own code.
 */
export function withParts(options, { root, programs, started, parts, core }) {
  const entries = Object.keys(parts).map((part) => [part, `part:${part}`]);
  return {
    ...options,
    entryPoints: { ...programs, ...Object.fromEntries(entries) },
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    plugins: [...options.plugins, splitting(root, parts, core), writing(started)],
    write: false,
  };
}
