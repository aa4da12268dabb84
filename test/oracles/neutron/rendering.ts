import { execFile } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CLI } from '../../cli/vif';
import { Client } from '../../protocol/client';
import { pathOf, type JsonObject } from '../../unit/shipped/files';
import type { Clouds } from './cloud';

const TEMPLATE = 'nova.vif.xml';
const REQUEST = 'vif-request.json';
const DRIVER = 'NeutronPortDriver';

/** What is rendered: the template of a VIF type, for a request, in an environment. */
export interface Rendering {
  readonly vifType: string;
  readonly request: JsonObject;
  readonly environment: NodeJS.ProcessEnv;
}

/** What came of it: the interface XML, or why there is none. */
export interface Rendered {
  readonly xml: string | null;
  readonly message: string;
}

/** Renders with `vif render`. */
export function renderInTerminal({ folder }: Clouds, { vifType, request, environment }: Rendering): Promise<Rendered> {
  writeFileSync(path.join(folder, REQUEST), JSON.stringify(request));
  const template = pathOf(`templates/${TEMPLATE}`);
  const args = ['render', '--template', template, '--vif-type', vifType, '--driver', DRIVER, '--request', REQUEST];
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { cwd: folder, env: environment }, (error, stdout, stderr) => {
      resolve({ xml: error ? null : stdout, message: stderr });
    });
  });
}

/** Renders with the server's command, as an editor does: the message is what its pane shows. */
export async function renderInPane(
  { folder }: Clouds,
  { vifType, request, environment }: Rendering,
): Promise<Rendered> {
  copyFileSync(pathOf(`templates/${TEMPLATE}`), path.join(folder, TEMPLATE));
  writeFileSync(path.join(folder, REQUEST), JSON.stringify(request));
  const conf = `[DEFAULT]\nlibvirt_vif_type = ${vifType}\nlibvirt_vif_driver = ${DRIVER}\n`;
  writeFileSync(path.join(folder, 'nova.conf'), conf);
  const client = await Client.start({ folder, trusted: true, environment });
  try {
    const { xml, message } = await client.render({ uri: client.uri(TEMPLATE) });
    return { xml, message: message ?? '' };
  } finally {
    await client.stop();
  }
}

/** Renders in the terminal and in the pane. */
export function renderTwice(clouds: Clouds, rendering: Rendering): Promise<readonly Rendered[]> {
  return Promise.all([renderInTerminal(clouds, rendering), renderInPane(clouds, rendering)]);
}
