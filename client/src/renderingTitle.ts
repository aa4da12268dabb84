import type { RenderingName } from '../../server/src/wire/protocol';

/** The last part of a path or of a dotted name. */
function lastPart(text: string, separator: string): string {
  return text.slice(text.lastIndexOf(separator) + 1);
}

/**
 * What the tab of a rendering says: `802.1Qbh · QbhDriver`. The VIF type stands between where the file's name does not say
 * it; the whole of a Cheetah file is for all of them.
 * @param path the path of the template file, decoded
 */
export function renderingTitle(path: string, { vifType, driver, part }: Omit<RenderingName, 'uri'>): string {
  const name = lastPart(path, '/');
  const file = name.replace(/\.vif\.xml$/, '');
  const isPlain = file !== name;
  const isSaid = vifType === '' || vifType === file || (!isPlain && part === 'file');
  const parts = [file, ...(isSaid ? [] : [vifType]), lastPart(driver, '.')];
  return parts.join(' · ').replace(/[/\\]/g, '∕');
}
