import path from 'node:path';
import type { ResolvedTarget } from '../rendering/target';
import type { TemplateRendering } from '../rendering/templateRendering';
import { lineAt } from '../text/lines';
import type { Span } from '../text/span';
import { captionOf } from '../topology/caption';
import { readTopology } from '../topology/readTopology';
import { topologyFile } from '../topology/topologyFile';
import { toPath } from './openWorkspace';
import { writeWhole } from './wholeFile';

/** Writes a picture of what a rendering means as an SVG file. Its values lead to the lines of the template. */
export function writeTopology(file: string, rendering: TemplateRendering, target: ResolvedTarget): void {
  const { view, vifType, driver } = target;
  const address = addressFrom(path.dirname(file), view.uri);
  const linkTo = ({ start }: Span): string => `${address}#L${lineAt(view.text, start) + 1}`;
  const caption = captionOf({ uri: view.uri, vifType, driver: driver.name });
  writeWhole(file, topologyFile(readTopology(rendering), { caption, linkTo }));
}

/** How a file in that folder names another one: by its relative path, and by its URI where there is none. */
function addressFrom(folder: string, uri: string): string {
  const relative = path.relative(folder, toPath(uri));
  return path.isAbsolute(relative) ? uri : relative.split(path.sep).map(encodeURIComponent).join('/');
}
