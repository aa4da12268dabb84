import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';

const PATTERNS = ['nova.conf', 'nova-*.conf', '*.vif.xml', 'libvirt.xml.template'];
/** Other people's code and the tools' own stores: nothing in there is what a user keeps. */
const IGNORED = ['**/node_modules/**', '**/.git/**', '**/.tox/**', '**/.venv/**'];

/** The URIs of every nova.conf and template file below a folder; symbolic links are not followed. With `deep` false, those right in it. */
export async function discover(folder: string, deep: boolean): Promise<readonly string[]> {
  const found = await glob(
    PATTERNS.map((pattern) => (deep ? `**/${pattern}` : pattern)),
    {
      cwd: URI.parse(folder).fsPath,
      ignore: IGNORED,
      absolute: true,
      followSymbolicLinks: false,
      expandDirectories: false,
    },
  );
  return found.map((path) => URI.file(path).toString()).sort();
}
