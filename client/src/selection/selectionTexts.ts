import * as vscode from 'vscode';
import type { SelectionAnswer } from '../../../server/src/wire/protocol';

/** `802.1Qbh · QbhDriver`; what is not set is a dash. */
export function shortText({ vifType, driver }: SelectionAnswer): string {
  return `${vifType ?? '–'} · ${driver?.slice(driver.lastIndexOf('.') + 1) ?? '–'}`;
}

function relativePath(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}

/** Which nova.conf governs the file at hand, and what it selects. */
export function tooltip({ conf, vifType, driver, chosen }: SelectionAnswer): string {
  if (conf === null) return vscode.l10n.t('OpenStack VIF: no nova.conf governs this file. Click to choose one.');
  const selected = { conf: relativePath(conf), vifType: vifType ?? '–', driver: driver ?? '–' };
  return chosen
    ? vscode.l10n.t(
        'OpenStack VIF: {conf}, which you have chosen, selects the VIF type {vifType} and the driver {driver}. Click to choose another nova.conf.',
        selected,
      )
    : vscode.l10n.t(
        'OpenStack VIF: {conf} selects the VIF type {vifType} and the driver {driver}. Click to choose another nova.conf.',
        selected,
      );
}

/** What can be chosen to govern the templates. */
export interface ConfItem extends vscode.QuickPickItem {
  /** `null`: the nearest. */
  readonly conf: string | null;
}

/** The nearest nova.conf, then each that there is. */
export function confItems({ confs, conf, chosen }: SelectionAnswer): readonly ConfItem[] {
  const mark = (used: boolean): string => (used ? vscode.l10n.t('in use') : '');
  const nearest: ConfItem = {
    label: vscode.l10n.t('The nearest nova.conf'),
    description: mark(!chosen),
    conf: null,
  };
  const named = confs.map((uri): ConfItem => ({
    label: relativePath(uri),
    description: mark(chosen && uri === conf),
    conf: uri,
  }));
  return [nearest, ...named];
}
