import assert from 'node:assert/strict';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CompiledCode } from '../../../server/src/launch/compiledCode';
import { requireWith } from '../../../server/src/launch/programFiles';

describe('the compiled code of a program', () => {
  let folder = '';
  const fileOf = (name: string): string => path.join(folder, name);
  const store = (): string => fileOf('cache/program.code');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vif-code-'));
    writeFileSync(fileOf('main.js'), 'module.exports = () => "main and " + require("./part.js")();');
    writeFileSync(fileOf('part.js'), 'module.exports = () => "part in " + __dirname;');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Starts the program and keeps its code; gives what the program says. */
  function start(): unknown {
    const code = new CompiledCode(folder, store());
    const load = requireWith(require, (name, module, next) => {
      code.run(name, module, next);
    });
    const said: unknown = (load('./main.js') as () => unknown)();
    code.keep();
    return said;
  }

  /** Whether a start has to compile something: only then it keeps code. */
  function compiles(): boolean {
    const long = new Date(0);
    utimesSync(store(), long, long);
    start();
    return statSync(store()).mtimeMs !== long.getTime();
  }

  it('is kept by the first start for the next one, which compiles nothing', () => {
    assert.equal(start(), `main and part in ${folder}`);
    assert.equal(compiles(), false);
    assert.equal(start(), `main and part in ${folder}`);
  });

  it('is taken of no file that is another one by now, also of one that is as long', () => {
    start();
    writeFileSync(fileOf('part.js'), 'module.exports = () => "PART in " + __dirname;');
    assert.equal(start(), `main and PART in ${folder}`);
    assert.equal(compiles(), false);
  });

  it('of a file that is loaded for the first time is kept beside the rest', () => {
    start();
    writeFileSync(fileOf('part.js'), 'module.exports = () => require("./further.js");');
    writeFileSync(fileOf('further.js'), 'module.exports = "further";');
    assert.equal(start(), 'main and further');
    assert.equal(compiles(), false);
  });

  it('is kept where no other user can read or write it', () => {
    start();
    assert.equal(statSync(store()).mode & 0o777, 0o600);
    assert.equal(statSync(path.dirname(store())).mode & 0o777, 0o700);
  });

  const broken = {
    'is torn': (whole: Buffer) => whole.subarray(0, whole.length / 2),
    'is empty': () => Buffer.alloc(0),
    'is something else': () => Buffer.from('a text'),
  };
  for (const [how, spoil] of Object.entries(broken))
    it(`is made afresh where what is kept ${how}`, () => {
      start();
      writeFileSync(store(), spoil(readFileSync(store())));
      assert.equal(start(), `main and part in ${folder}`);
      assert.equal(compiles(), false);
    });

  it('is not taken from a file that belongs to somebody else', function () {
    if (process.getuid?.() !== 0) this.skip();
    start();
    chownSync(store(), 65534, 65534);
    assert.equal(compiles(), true);
    assert.equal(statSync(store()).uid, 0);
  });

  it('takes the place of what other versions have left there for long, and of nothing else', () => {
    const days = (count: number): Date => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
    const ages = {
      'languageServer-v20.1.0-x64-gone-dist.code': 61,
      'nodeClient-v20.1.0-x64-gone-dist.code.123.tmp': 61,
      'languageServer-v20.1.0-x64-here-dist.code': 59,
      'somebody.code': 61,
      'languageServer-v20.1.0-x64-gone-dist.txt': 61,
    };
    mkdirSync(path.dirname(store()));
    for (const [name, age] of Object.entries(ages)) {
      writeFileSync(fileOf(`cache/${name}`), '');
      utimesSync(fileOf(`cache/${name}`), days(age), days(age));
    }
    start();
    const left = readdirSync(path.dirname(store()));
    assert.deepEqual(left.sort(), [...Object.keys(ages).slice(2), path.basename(store())].sort());
  });

  it('leaves nothing behind where it cannot be put in its place', () => {
    mkdirSync(store(), { recursive: true });
    start();
    assert.deepEqual(readdirSync(path.dirname(store())), [path.basename(store())]);
  });

  it('is kept nowhere, and nothing is said, where its folder cannot be made', () => {
    writeFileSync(fileOf('cache'), 'a file');
    assert.equal(start(), `main and part in ${folder}`);
    assert.equal(existsSync(store()), false);
  });
});
