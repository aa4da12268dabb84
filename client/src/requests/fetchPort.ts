import * as vscode from 'vscode';
import { RENDER_COMMAND, type NewRequestParams } from '../../../server/src/wire/protocol';
import { offerTrust } from '../trust';
import { openUnsaved } from './unsavedRequest';

/** The driver that ships and asks Neutron. */
const DRIVER = 'NeutronPortDriver';
const UUID = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i;

function portFault(text: string): string | undefined {
  return UUID.test(text.trim())
    ? undefined
    : vscode.l10n.t('Give the UUID of a port, as "openstack port list" shows it.');
}

/** The id of a port and the name of its cloud, which may be empty; `undefined` where the user gives up. */
async function askForPort(): Promise<readonly [port: string, cloud: string] | undefined> {
  const port = await vscode.window.showInputBox({
    title: vscode.l10n.t('Fetch Port from Neutron'),
    prompt: vscode.l10n.t('The UUID of the port, as "openstack port list" shows it'),
    validateInput: portFault,
  });
  if (port === undefined) return undefined;
  const cloud = await vscode.window.showInputBox({
    title: vscode.l10n.t('Fetch Port from Neutron'),
    prompt: vscode.l10n.t('A cloud of clouds.yaml; leave it empty for the one that the OS_* variables choose'),
  });
  return cloud === undefined ? undefined : [port.trim(), cloud.trim()];
}

/** Saves a new request where it belongs and chooses it, so that it counts whenever the driver is run again; then renders. */
async function useAndRender(
  document: vscode.TextDocument,
  { uri, vifType }: NewRequestParams,
  choose: (request: string) => Promise<void>,
): Promise<void> {
  if (!(await document.save())) return;
  const request = document.uri.with({ scheme: vscode.Uri.parse(uri).scheme }).toString();
  await choose(request);
  const target = { uri, driver: DRIVER, request, ...(vifType !== undefined && { vifType }) };
  await vscode.commands.executeCommand(RENDER_COMMAND, target);
}

/**
 * Asks for a port of Neutron's, and opens a request for it. Neutron is asked when the request is rendered, by the driver that
 * ships: only if the user wants that, and only in a trusted workspace.
 * @param choose lets a request, by its URI, be the one of the folder
 */
export async function fetchPort(subject: NewRequestParams, choose: (request: string) => Promise<void>): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void offerTrust(
      vscode.l10n.t('Fetching a port runs {driver}, and this workspace is not trusted.', { driver: DRIVER }),
    );
    return;
  }
  const asked = await askForPort();
  if (!asked) return;
  const [port, cloud] = asked;
  const network = { port_id: port, ...(cloud !== '' && { cloud }), ...(subject.vifType && { type: subject.vifType }) };
  const text = `${JSON.stringify({ instance: {}, network }, undefined, 2)}\n`;
  const document = await openUnsaved(subject.uri, [`port-${port.slice(0, 8)}`, `port-${port}`], text);
  const render = vscode.l10n.t('Use It and Render');
  const message = vscode.l10n.t('Neutron is asked for the port when this request is rendered with {driver}.', {
    driver: DRIVER,
  });
  const answer = await vscode.window.showInformationMessage(message, render);
  if (answer === render) await useAndRender(document, subject, choose);
}
