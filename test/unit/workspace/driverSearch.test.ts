import assert from 'node:assert/strict';
import type { Disk } from '../../../server/src/workspace/disk';
import { DriverSearch } from '../../../server/src/workspace/driverSearch';
import { Files } from '../../../server/src/workspace/files';
import { Models } from '../../../server/src/workspace/models';

const DRIVER = 'file:///w/drivers/qbh.py';
const FOLDERS = ['file:///w/host', 'file:///w'];

const disk = (texts: Readonly<Record<string, string>>): Disk => ({
  read: (uri) => texts[uri],
  names: () => [],
  find: () => Promise.resolve([]),
  answersAtOnce: () => true,
});

/** Notes which files are asked for. */
class AskedFiles extends Files {
  readonly asked = new Set<string>();

  override text(uri: string): string | undefined {
    this.asked.add(uri);
    return super.text(uri);
  }
}

describe('the search for a driver', () => {
  const files = new AskedFiles(disk({ [DRIVER]: "class Qbh:\n    output_keys = ['a']\n" }));
  const search = new DriverSearch('drivers.qbh.Qbh', FOLDERS, { files, models: new Models() });

  it('looks once for the file of the module, however often that is edited', () => {
    assert.ok(files.asked.has('file:///w/host/drivers/qbh.py'));
    files.asked.clear();
    search.follow();
    assert.deepEqual([...files.asked], [DRIVER]);
  });

  it('leads to the driver as its text is now', () => {
    files.opened({ uri: DRIVER, languageId: 'python', content: "class Qbh:\n    output_keys = ['b']\n" });
    const { lookup, read } = search.follow();
    assert.ok(lookup.kind === 'found');
    assert.deepEqual(
      lookup.declaration.keys.map(({ key }) => key),
      ['b'],
    );
    assert.deepEqual([...read], [DRIVER]);
  });
});
