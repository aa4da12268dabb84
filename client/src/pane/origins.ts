import * as vscode from 'vscode';
import type { RenderedPiece } from '../../../server/src/wire/protocol';

export type Origin = RenderedPiece['origin'];

export const ORIGINS: readonly Origin[] = ['driver', 'compute', 'request', 'unfilled'];

/** The theme's colour behind the values of an origin; package.json contributes it. */
function colourOf(origin: Origin): string {
  return `openstackVif.${origin}Value`;
}

/** How the values of an origin look in the pane. */
export function decorationOf(origin: Origin): vscode.DecorationRenderOptions {
  const colour = new vscode.ThemeColor(colourOf(origin));
  const isMissing = origin === 'unfilled';
  return {
    backgroundColor: colour,
    borderRadius: '2px',
    ...(isMissing && { border: '1px dashed', borderColor: new vscode.ThemeColor('errorForeground') }),
    overviewRulerColor: colour,
    overviewRulerLane: vscode.OverviewRulerLane.Right,
  };
}

/** What the legend calls an origin. */
function nameOf(origin: Origin): string {
  const names: Readonly<Record<Origin, string>> = {
    driver: vscode.l10n.t('driver'),
    compute: vscode.l10n.t('nova-compute'),
    request: vscode.l10n.t('request'),
    unfilled: vscode.l10n.t('unfilled'),
  };
  return names[origin];
}

/** The colours of all origins, as HTML of a hover. */
export function legend(): string {
  return ORIGINS.map((origin) => {
    const variable = `--vscode-${colourOf(origin).replaceAll('.', '-')}`;
    return `<span style="background-color:var(${variable});">&nbsp;${nameOf(origin)}&nbsp;</span>`;
  }).join(' &nbsp;');
}
