import * as vscode from 'vscode';
import type { PlaceholderState } from '../../../server/src/wire/protocol';

const ICONS: Readonly<Record<PlaceholderState, readonly [icon: string, color: string]>> = {
  provided: ['pass-filled', 'charts.green'],
  compute: ['server-process', 'charts.blue'],
  sometimes: ['warning', 'charts.yellow'],
  missing: ['error', 'errorForeground'],
  optional: ['circle-outline', 'descriptionForeground'],
  unknown: ['question', 'descriptionForeground'],
};

/** The picture of a placeholder's state. */
export function stateIcon(state: PlaceholderState): vscode.ThemeIcon {
  const [icon, color] = ICONS[state];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

/** The state in a word or two. */
export function stateWords(state: PlaceholderState, driver: string): string {
  switch (state) {
    case 'provided':
      return driver;
    case 'sometimes':
      return vscode.l10n.t('{driver}, sometimes', { driver });
    case 'compute':
      return 'nova-compute';
    case 'missing':
      return vscode.l10n.t('missing');
    case 'optional':
      return vscode.l10n.t('optional');
    case 'unknown':
      return vscode.l10n.t('unknown');
  }
}

/** The state in a sentence. */
export function stateSentence(state: PlaceholderState, driver: string): string {
  switch (state) {
    case 'provided':
      return vscode.l10n.t('The driver {driver} provides this key.', { driver });
    case 'sometimes':
      return vscode.l10n.t('The driver {driver} provides this key only under a condition.', { driver });
    case 'compute':
      return vscode.l10n.t('nova-compute fills this key.');
    case 'missing':
      return vscode.l10n.t('Nobody provides this key: the placeholder stays as it is.');
    case 'optional':
      return vscode.l10n.t('This key may have no value: its place is left out then.');
    case 'unknown':
      return vscode.l10n.t('No driver is known to provide this key.');
  }
}
