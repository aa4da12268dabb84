import { baseName } from '../check/view';
import type { Caption } from './picture/draw';

/** What stands above the picture of a rendering. The VIF type of a whole Cheetah file can be open: it is empty then. */
export function captionOf(rendering: {
  readonly uri: string;
  readonly vifType: string;
  readonly driver: string;
}): Caption {
  const { uri, vifType, driver } = rendering;
  const file = baseName(uri);
  return { title: vifType === '' ? file : `VIF type ${vifType}`, subtitle: `${file}, filled by ${driver}` };
}
