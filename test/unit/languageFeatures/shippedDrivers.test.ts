import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { definition } from '../../../server/src/languageFeatures/definition';
import { hover } from '../../../server/src/languageFeatures/hover';
import { rename, RenameRefused } from '../../../server/src/languageFeatures/rename';
import type { WorkspaceView } from '../../../server/src/languageFeatures/workspaceView';
import { CONF, DRIVER, SOUND, TEMPLATE } from '../check/scenario';
import { read } from '../shipped/files';
import { uriOf, viewOf } from './workspace';

const SHIPPED = 'product/nova_vif_driver.py';
const TEXTS = {
  [CONF]: (SOUND[CONF] ?? '').replace('drivers.qbh.QbhDriver', 'NovaVifDriver'),
  [TEMPLATE]: (SOUND[TEMPLATE] ?? '').replace('profile_name', 'profil'),
  [DRIVER]: SOUND[DRIVER] ?? '',
  [SHIPPED]: read('drivers/nova_vif_driver.py'),
};

/** The place of a text in a file. */
function placeOf(file: keyof typeof TEXTS, text: string): [uri: string, offset: number] {
  return [uriOf(file), TEXTS[file].indexOf(text)];
}

function hovered(view: WorkspaceView, place: readonly [string, number]): string {
  const contents = hover(view, ...place)?.contents;
  return MarkupContent.is(contents) ? contents.value : '';
}

describe('A driver that ships, selected by its bare name', () => {
  const view = viewOf(TEXTS, { shippedFolder: 'product' });

  it('is where the definition of the name in nova.conf leads', () => {
    const [link] = definition(view, ...placeOf(CONF, 'NovaVifDriver'));
    assert.equal(link?.targetUri, uriOf(SHIPPED));
  });

  it('is where the definition of a placeholder leads', () => {
    const [link] = definition(view, ...placeOf(TEMPLATE, 'source_device'));
    assert.equal(link?.targetUri, uriOf(SHIPPED));
  });

  it('is told of in a hover on its name', () => {
    assert.match(hovered(view, placeOf(CONF, 'NovaVifDriver')), /The class `NovaVifDriver` in \[`?nova_vif_driver\.py/);
  });

  it('is said not to be read where the installation has no files, as in a browser', () => {
    const text = hovered(viewOf(TEXTS), placeOf(CONF, 'NovaVifDriver'));
    assert.match(text, /It ships with OpenStack VIF, and its source cannot be read here\./);
  });

  it('keeps its keys: they cannot be renamed', () => {
    assert.throws(
      () => rename(view, ...placeOf(TEMPLATE, 'source_device'), 'device'),
      new RenameRefused("'source_device' is an output key of NovaVifDriver, which ships with OpenStack VIF."),
    );
  });

  it('is not touched when a placeholder is renamed that it does not fill', () => {
    const { changes = {} } = rename(view, ...placeOf(TEMPLATE, 'profil}'), 'profile') ?? {};
    assert.deepEqual(Object.keys(changes), [uriOf(TEMPLATE)]);
  });
});
