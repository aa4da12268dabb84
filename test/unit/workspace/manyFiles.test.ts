import { deepEqual, equal, ok } from 'node:assert/strict';
import { OpenDocument } from '../../../server/src/wire/openDocument';
import type { Disk } from '../../../server/src/workspace/disk';
import { Workspace } from '../../../server/src/workspace/workspace';

const ROOT = 'file:///w';
const HOSTS = 40;

const conf = (driver: string): string => `[DEFAULT]\nlibvirt_vif_type = a\nlibvirt_vif_driver = ${driver}.Driver\n`;
const driver = (keys: string): string =>
  `class Driver:\n    output_keys = [${keys}]\n\n    def getVIFConfiguration(self, instance, network):\n        return {}\n`;
const TEMPLATE = "<interface type='ethernet'><target dev=${device}/></interface>";
const on = (host: number, file: string): string => `${ROOT}/host${host}/${file}`;

/** Folders of hosts, each with a nova.conf and a template; every other one has a driver of its own, the rest share one. */
function hosts(): Map<string, string> {
  const texts = new Map([[`${ROOT}/shared.py`, driver("'device'")]]);
  for (let host = 0; host < HOSTS; host++) {
    texts.set(on(host, 'nova.conf'), conf(host % 2 === 0 ? 'own' : 'shared'));
    texts.set(on(host, 'a.vif.xml'), TEMPLATE);
    if (host % 2 === 0) texts.set(on(host, 'own.py'), driver("'device'"));
  }
  return texts;
}

/** A disk that tells how often each file that is there was read. */
class CountingDisk implements Disk {
  readonly reads = new Map<string, number>();

  constructor(readonly texts: ReadonlyMap<string, string>) {}

  read(uri: string): string | undefined {
    const text = this.texts.get(uri);
    if (text !== undefined) this.reads.set(uri, (this.reads.get(uri) ?? 0) + 1);
    return text;
  }

  names(): readonly string[] {
    return [];
  }

  realUri(uri: string): string {
    return uri;
  }

  answersAtOnce(): boolean {
    return true;
  }

  find(): Promise<readonly string[]> {
    return Promise.resolve([...this.texts.keys()].filter((uri) => !uri.endsWith('.py')));
  }
}

async function opened(texts: ReadonlyMap<string, string>): Promise<{ disk: CountingDisk; workspace: Workspace }> {
  const disk = new CountingDisk(texts);
  const workspace = new Workspace(disk);
  await workspace.setRoots([ROOT]);
  return { disk, workspace };
}

function open(workspace: Workspace, uri: string, text: string): OpenDocument {
  const document = new OpenDocument(uri, 'python', 1, text);
  workspace.opened(document);
  return document;
}

describe('a workspace of very many files', () => {
  it('reads for one template the nova.confs, its driver and itself, and none of the others', async () => {
    const { disk, workspace } = await opened(hosts());
    deepEqual(workspace.problems(on(6, 'a.vif.xml')), []);
    const read = [...disk.reads.keys()].filter((uri) => !uri.endsWith('/nova.conf'));
    deepEqual(read.sort(), [on(6, 'a.vif.xml'), on(6, 'own.py')]);
  });

  it('reads every file once for the problems of all', async () => {
    const texts = hosts();
    const { disk, workspace } = await opened(texts);
    for (const uri of workspace.checkedFiles()) deepEqual(workspace.problems(uri), [], uri);
    deepEqual(new Set(disk.reads.keys()), new Set(texts.keys()));
    deepEqual(new Set(disk.reads.values()), new Set([1]));
  });

  it('checks each file once, drivers last, and one that many share only once', async () => {
    const { workspace } = await opened(hosts());
    const uris = [...workspace.checkedFiles()];
    equal(uris.length, new Set(uris).size);
    equal(uris.length, HOSTS * 2 + HOSTS / 2 + 1);
    equal(
      uris.find((uri) => uri.endsWith('.py')),
      uris[HOSTS * 2],
    );
  });

  it('reads one driver again for a change in one, and checks what hangs on it', async () => {
    const { workspace } = await opened(hosts());
    const uris = [...workspace.checkedFiles()];
    const own = on(6, 'own.py');
    const views = new Map(uris.map((uri) => [uri, workspace.driver(uri)]));
    const document = open(workspace, own, driver("'device'"));
    document.update([{ text: driver("'source_device'") }], 2);
    workspace.edited(own);
    const other = uris.filter((uri) => uri.endsWith('.py') && workspace.driver(uri) !== views.get(uri));
    deepEqual(other, [own]);
    deepEqual([...workspace.related(own)].sort(), [on(6, 'a.vif.xml'), on(6, 'nova.conf'), own]);
    equal(workspace.problems(on(6, 'a.vif.xml'))[0]?.code, 'placeholder.not-provided');
  });

  it('looks a driver up again only for the nova.confs that it was read for', async () => {
    const { workspace } = await opened(hosts());
    const confs = Array.from({ length: HOSTS }, (_, host) => on(host, 'nova.conf'));
    const own = on(6, 'own.py');
    const document = open(workspace, own, driver("'device'"));
    const views = confs.map((uri) => workspace.conf(uri));
    document.update([{ text: driver("'source_device'") }], 2);
    workspace.edited(own);
    deepEqual(
      confs.filter((uri, index) => workspace.conf(uri) !== views[index]),
      [on(6, 'nova.conf')],
    );
  });

  it('reads one template file of many that a nova.conf governs to say what is wrong with it, and with it after an edit', async () => {
    const templates = Array.from({ length: 100 }, (_, index) => `${ROOT}/t${index}.vif.xml`);
    const { disk, workspace } = await opened(
      new Map([
        [`${ROOT}/nova.conf`, conf('shared').replace('= a', '= t7')],
        [`${ROOT}/shared.py`, driver("'device'")],
        ...templates.map((uri) => [uri, TEMPLATE] as const),
      ]),
    );
    const document = open(workspace, templates[7] ?? '', TEMPLATE);
    deepEqual(workspace.problems(document.uri), []);
    document.update([{ text: TEMPLATE.replace('device', 'devise') }], 2);
    workspace.edited(document.uri);
    equal(workspace.problems(document.uri)[0]?.code, 'placeholder.not-provided');
    deepEqual([...disk.reads.keys()].sort(), [`${ROOT}/nova.conf`, `${ROOT}/shared.py`]);
  });

  it('has read all that a nova.conf governs before it checks that, and all nova.confs before it checks a driver', async () => {
    const { disk, workspace } = await opened(hosts());
    for (const uri of workspace.checkedFiles()) {
      const before = disk.reads.size;
      workspace.problems(uri);
      if (!uri.endsWith('.vif.xml')) equal(disk.reads.size, before, uri);
    }
  });

  it('reads nothing again for an edit', async () => {
    const { disk, workspace } = await opened(hosts());
    const uris = [...workspace.checkedFiles()];
    for (const uri of uris) workspace.problems(uri);
    const shared = `${ROOT}/shared.py`;
    const document = open(workspace, shared, driver("'device'"));
    disk.reads.clear();
    document.update([{ text: driver("'other'") }], 2);
    workspace.edited(shared);
    const related = workspace.related(shared);
    for (const uri of related) workspace.problems(uri);
    equal(related.size, HOSTS + 1);
    equal(disk.reads.size, 0);
  });

  it('takes a file that a search has found for one that is there, until the disk is said to have changed', async () => {
    const texts = hosts();
    const { disk, workspace } = await opened(texts);
    const uri = on(3, 'a.vif.xml');
    ok(workspace.files.exists(uri));
    equal(disk.reads.get(uri), undefined);
    texts.delete(uri);
    workspace.changedOnDisk(uri);
    ok(!workspace.files.exists(uri));
    ok(![...workspace.checkedFiles()].includes(uri));
  });

  it('parses no template again for an edit in the driver that they all hang on', async () => {
    const templates = Array.from({ length: 500 }, (_, index) => `${ROOT}/t${index}.vif.xml`);
    const { workspace } = await opened(
      new Map([
        [`${ROOT}/nova.conf`, conf('shared').replace('= a', '= t499')],
        [`${ROOT}/shared.py`, driver("'device'")],
        ...templates.map((uri) => [uri, TEMPLATE] as const),
      ]),
    );
    const views = templates.map((uri) => workspace.template(uri));
    const document = open(workspace, `${ROOT}/shared.py`, driver("'device'"));
    document.update([{ text: driver("'other'") }], 2);
    workspace.edited(`${ROOT}/shared.py`);
    const related = workspace.related(`${ROOT}/shared.py`);
    equal(related.size, templates.length + 2);
    deepEqual([...related].slice(0, -2), templates);
    deepEqual(
      [...related].filter((uri) => workspace.problems(uri).some(({ code }) => code === 'placeholder.not-provided')),
      [templates[499]],
    );
    ok(templates.every((uri, index) => workspace.template(uri) === views[index]));
  });
});
