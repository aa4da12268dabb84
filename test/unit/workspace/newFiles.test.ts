import { deepEqual, equal } from 'node:assert/strict';
import type { Disk } from '../../../server/src/workspace/disk';
import { Workspace } from '../../../server/src/workspace/workspace';

const ROOT = 'file:///w';

/** A disk of empty files. */
class EmptyFiles implements Disk {
  constructor(readonly uris: readonly string[]) {}

  read(uri: string): string | undefined {
    return this.uris.includes(uri) ? '' : undefined;
  }

  names(): readonly string[] {
    return [];
  }

  answersAtOnce(): boolean {
    return true;
  }

  find(): Promise<readonly string[]> {
    return Promise.resolve([...this.uris]);
  }
}

async function searched(...uris: string[]): Promise<Workspace> {
  const workspace = new Workspace(new EmptyFiles(uris));
  await workspace.setRoots([ROOT]);
  return workspace;
}

describe('whether anybody has looked at what lies around a file', () => {
  const cases: readonly (readonly [what: string, name: string, isNew: boolean])[] = [
    ['a template that the search has found', 'w/a/found.vif.xml', false],
    ['a nova.conf that the search has found', 'w/a/nova.conf', false],
    ['a template that has come since', 'w/b/come.vif.xml', true],
    ['one in the Cheetah dialect', 'w/b/libvirt.xml.template', true],
    ['a nova.conf that has come since', 'w/b/nova.conf', true],
    ['a driver, which is looked up by its name', 'w/b/driver.py', false],
    ['any file outside of the roots', 'elsewhere/driver.py', true],
  ];
  for (const [what, name, isNew] of cases)
    it(`${isNew ? 'nobody has' : 'somebody has'}: ${what}`, async () => {
      const workspace = await searched(`${ROOT}/a/found.vif.xml`, `${ROOT}/a/nova.conf`);
      equal(workspace.isNew(`file:///${name}`), isNew);
    });

  it('the search will, as long as it is under way', async () => {
    const workspace = new Workspace(new EmptyFiles([]));
    const search = workspace.setRoots([ROOT]);
    equal(workspace.isNew(`${ROOT}/a/new.vif.xml`), false);
    await search;
    equal(workspace.isNew(`${ROOT}/a/new.vif.xml`), true);
  });

  it('the client has, where it told of the file', async () => {
    const workspace = await searched();
    workspace.changedOnDisk(`${ROOT}/a/told.vif.xml`);
    equal(workspace.isNew(`${ROOT}/a/told.vif.xml`), false);
  });

  it('once it was looked at, what lies beside it is known as well', async () => {
    const uris: string[] = [];
    const workspace = new Workspace(new EmptyFiles(uris));
    await workspace.setRoots([ROOT]);
    uris.push(`${ROOT}/a/new.vif.xml`, `${ROOT}/a/nova.conf`);
    await workspace.addAround(`${ROOT}/a/new.vif.xml`);
    deepEqual(
      uris.map((uri) => workspace.isNew(uri)),
      [false, false],
    );
  });
});
