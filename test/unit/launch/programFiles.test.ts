import assert from 'node:assert/strict';
import { inBrowser, requireWith, type Module, type Require } from '../../../server/src/launch/programFiles';

type File = (module: Module, require: Require) => void;

/** The require of a folder with these files, and the names of those that were loaded. */
function folder(files: Readonly<Record<string, File>>): { readonly require: Require; readonly loaded: string[] } {
  const loaded: string[] = [];
  const require = requireWith(inBrowser({ vscode: 'VS Code' }), (name, module, requireNext) => {
    loaded.push(name);
    files[name]?.(module, requireNext);
  });
  return { require, loaded };
}

describe('the files of a program, in a browser', () => {
  it('get what others export, each of which is loaded once', () => {
    const { require, loaded } = folder({
      './a.js': (module, next) => (module.exports = [next('./b.js'), next('./c.js')]),
      './b.js': (module, next) => (module.exports = ['b', next('./c.js')]),
      './c.js': (module) => (module.exports = 'c'),
    });
    assert.deepEqual(require('./a.js'), [['b', 'c'], 'c']);
    assert.deepEqual(require('./b.js'), ['b', 'c']);
    assert.deepEqual(loaded, ['./a.js', './b.js', './c.js']);
  });

  it('may ask for each other in a circle, as in Node', () => {
    const { require } = folder({
      './a.js': (module, next) => (module.exports = { b: next('./b.js') }),
      './b.js': (module, next) => (module.exports = { knowsOfA: next('./a.js') !== undefined }),
    });
    assert.deepEqual(require('./a.js'), { b: { knowsOfA: true } });
  });

  it('get what is there beside them, and nothing of Node', () => {
    const { require } = folder({});
    assert.equal(require('vscode'), 'VS Code');
    assert.throws(() => require('node:fs'), { message: 'A browser has no "node:fs".' });
  });
});
