import { URI } from 'vscode-uri';
import type { Selected } from '../novaConf/selection';
import { folderOf } from './files';
import { uriOfPath } from './paths';

/**
 * The file that `libvirt_xml_template` leads to; `undefined` where it is not set, or stands on an option whose value only nova
 * knows. Nor is another machine asked for a file, to which Windows would show who the user is.
 */
export function namedTemplate(conf: string, selected: Selected | undefined): string | undefined {
  const path = selected?.value;
  if (path === undefined || path.includes('$')) return undefined;
  const uri = uriOfPath(path, folderOf(conf));
  const { authority } = URI.parse(uri);
  return authority === '' || authority === URI.parse(conf).authority ? uri : undefined;
}
