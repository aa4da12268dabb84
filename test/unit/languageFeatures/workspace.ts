import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceView } from '../../../server/src/languageFeatures/workspaceView';
import type { Disk } from '../../../server/src/workspace/disk';
import { driverNamesIn } from '../../../server/src/workspace/driverNames';
import { Files } from '../../../server/src/workspace/files';
import { FoundFiles } from '../../../server/src/workspace/foundFiles';
import { Layouts } from '../../../server/src/workspace/layout';
import { Models } from '../../../server/src/workspace/models';
import { defaultSettings, type WorkspaceSettings } from '../../../server/src/workspace/settings';
import { Views } from '../../../server/src/workspace/views';
import { FOLDER, type Texts } from '../check/scenario';

export interface ViewOptions extends Partial<WorkspaceSettings> {
  /** The nova.conf that the user has chosen for every template, by its path. */
  readonly chosenConf?: string;
  /** The request that the user has chosen for every template, by its path. */
  readonly chosenRequest?: string;
  /** The folder of the drivers that ship, by its path. */
  readonly shippedFolder?: string;
  /** What the keys of every template stood for in its last rendering; there was none where it is missing. */
  readonly lastValues?: Readonly<Record<string, string>>;
}

/** The URI of a file of the test's folder, by its path. */
export function uriOf(path: string): string {
  return `${FOLDER}/${path}`;
}

/** The path of a file of the test's folder. */
export function pathOf(uri: string): string {
  return uri.slice(FOLDER.length + 1);
}

/** A disk that holds nothing but these texts. */
function diskOf(texts: Texts): Disk {
  const paths = Object.keys(texts);
  return {
    read: (uri) => (uri.startsWith(`${FOLDER}/`) ? texts[pathOf(uri)] : undefined),
    names: (folder) => [
      ...new Set(
        paths
          .filter((path) => uriOf(path).startsWith(`${folder}/`))
          .map((path) => uriOf(path).slice(folder.length + 1))
          .map((rest) => rest.replace(/\/.*$/, '')),
      ),
    ],
    answersAtOnce: () => true,
    find: () => Promise.resolve([]),
  };
}

/** The view of a workspace that is one folder with these texts, by their paths; `uriOf` gives their URIs. Read by the real workspace: the layout of the folders counts. */
export function viewOf(
  texts: Texts,
  { chosenConf, chosenRequest, lastValues, shippedFolder, ...settings }: ViewOptions = {},
): WorkspaceView {
  const files = new Files(diskOf(texts));
  const found = Object.keys(texts).map(uriOf);
  const choice = chosenConf === undefined ? undefined : uriOf(chosenConf);
  const shipped = shippedFolder === undefined ? undefined : uriOf(shippedFolder);
  const views = new Views({
    files,
    models: new Models(shipped),
    ...(shipped !== undefined && { shippedFolder: shipped }),
    roots: [FOLDER],
    found: foundFiles(found),
    layouts: new Layouts(),
    choice: { of: () => choice, all: choice === undefined ? [] : [choice] },
    chosenRequest: () => (chosenRequest === undefined ? undefined : uriOf(chosenRequest)),
    settingsOf: () => ({ ...defaultSettings, ...settings }),
  });
  const documents = new Map(found.map((uri) => [uri, TextDocument.create(uri, '', 0, files.text(uri) ?? '')]));
  const values = lastValues && new Map(Object.entries(lastValues));
  return {
    documentOf: (uri) => documents.get(uri),
    template: (uri) => views.template(uri),
    conf: (uri) => (views.kind(uri) === 'nova-conf' ? views.conf(uri) : undefined),
    driver: (uri) => views.driver(uri),
    confs: () => views.confs(),
    templates: () => views.templates(),
    confsOf: (template) => views.confsOf(template),
    lookUpDriver: (name, uri) => views.lookUpDriver(name, uri),
    driverNames: (uri) => driverNamesOf(views, found, uri),
    computeKeys: (uri) => new Set(views.settingsOf(uri).computeKeys),
    requestFile: (uri) => views.requestFile(uri),
    requestNames: (uri) => views.requestNames(uri),
    lastValues: () => values,
  };
}

function foundFiles(uris: readonly string[]): FoundFiles {
  const found = new FoundFiles();
  for (const uri of uris) found.add(uri);
  return found;
}

function driverNamesOf(views: Views, found: readonly string[], uri: string): readonly string[] {
  return views
    .searchFolders(uri)
    .flatMap((folder) =>
      found
        .filter((file) => file.startsWith(`${folder}/`))
        .flatMap((file) => driverNamesIn(folder, file, views.driver(file)?.text ?? '', () => views.driver(file))),
    );
}
