import * as vscode from 'vscode';
import type { DriverNode, ExplorerNode } from '../../../server/src/wire/protocol';
import { stateIcon, stateSentence, stateWords } from './placeholderLook';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** How a node looks, but for what follows from its having a place and something to render. */
type Look = Pick<vscode.TreeItem, 'label' | 'description' | 'tooltip' | 'iconPath' | 'collapsibleState'>;

const WARNING = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));

function shortName(driver: string): string {
  return driver.slice(driver.lastIndexOf('.') + 1);
}

function driverLook({ name, selected, found }: DriverNode): Look {
  const module = name?.includes('.') ? name.slice(0, name.lastIndexOf('.')) : '';
  const use = [selected ? vscode.l10n.t('selected') : '', module].filter((part) => part !== '').join(' · ');
  return {
    label: name === undefined ? vscode.l10n.t('no driver') : shortName(name),
    description: name === undefined || found ? use : vscode.l10n.t('driver, not found'),
    tooltip: name ?? vscode.l10n.t('Set libvirt_vif_driver in nova.conf.'),
    iconPath: found ? new vscode.ThemeIcon('symbol-class') : WARNING,
  };
}

function lookOf(node: ExplorerNode): Look {
  switch (node.kind) {
    case 'conf': {
      const uri = vscode.Uri.parse(node.place.uri);
      return {
        label: vscode.workspace.asRelativePath(uri),
        tooltip: uri.fsPath,
        iconPath: new vscode.ThemeIcon('settings-gear'),
        collapsibleState: Collapsed,
      };
    }
    case 'vif-type': {
      const open = vscode.l10n.t('open: the request decides');
      const what = vscode.l10n.t('VIF type');
      return {
        label: node.vifType ?? what,
        description:
          node.vifType === undefined ? open : node.found ? what : vscode.l10n.t('VIF type, without template'),
        iconPath: node.found ? new vscode.ThemeIcon('symbol-enum-member') : WARNING,
      };
    }
    case 'driver':
      return driverLook(node);
    case 'request':
      return {
        label: node.name ?? vscode.l10n.t('the request that ships'),
        description: vscode.l10n.t('request'),
        tooltip: node.place ? vscode.Uri.parse(node.place.uri).fsPath : '',
        iconPath: new vscode.ThemeIcon('json'),
      };
    case 'template':
      return {
        label: node.vifType ?? vscode.l10n.t('any VIF type'),
        description: node.file,
        tooltip: vscode.Uri.parse(node.place.uri).fsPath,
        iconPath: new vscode.ThemeIcon('file-code'),
        collapsibleState: node.children.length === 0 ? None : node.selected ? Expanded : Collapsed,
      };
    case 'placeholder': {
      const driver = node.driver ?? '';
      return {
        label: node.key,
        description: stateWords(node.state, shortName(driver)),
        tooltip: stateSentence(node.state, driver),
        iconPath: stateIcon(node.state),
      };
    }
    case 'drivers':
      return {
        label: vscode.l10n.t('Drivers found'),
        iconPath: new vscode.ThemeIcon('library'),
        collapsibleState: Collapsed,
      };
    case 'ungoverned':
      return {
        label: vscode.l10n.t('Without nova.conf'),
        iconPath: new vscode.ThemeIcon('circle-slash'),
        collapsibleState: Expanded,
      };
  }
}

/** A line as a screen reader says it: `device_name, missing`. */
function spoken({ label, description }: Look): string {
  const parts = [label, description].flatMap((part) => (typeof part === 'string' && part !== '' ? [part] : []));
  return parts.join(', ');
}

/** Opens a file at a place. */
function openCommand({ place }: ExplorerNode): vscode.Command | undefined {
  if (!place) return undefined;
  const { start, end } = place.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  return { title: '', command: 'vscode.open', arguments: [vscode.Uri.parse(place.uri), { selection }] };
}

/** What a line of the tree looks like. A click opens what has nothing below it; `contextValue` says which actions there are, for package.json. */
export function treeItem(node: ExplorerNode): vscode.TreeItem {
  const look = lookOf(node);
  const item = new vscode.TreeItem(look.label ?? '', look.collapsibleState ?? None);
  const open = openCommand(node);
  const actions = ['render' in node ? 'render' : '', open ? 'open' : ''];
  return Object.assign(item, look, {
    id: node.id,
    // Without it, a screen reader would be given the tooltip.
    accessibilityInformation: { label: spoken(look) },
    contextValue: [node.kind, ...actions].join(' ').trim(),
    ...(item.collapsibleState === None && open && { command: open }),
  });
}

/** Shows the place of a node in an editor. */
export async function openNode(node: ExplorerNode): Promise<void> {
  const open = openCommand(node);
  if (open) await vscode.commands.executeCommand(open.command, ...((open.arguments ?? []) as unknown[]));
}
