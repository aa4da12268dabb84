const SECTION = /^## (\S+)$/;

/** Where each code has its section in the page of the problems: the page's URI with a line, as editors open it. */
export function problemLinks(pageUri: string, page: string): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  page.split('\n').forEach((line, index) => {
    const code = SECTION.exec(line)?.[1];
    if (code !== undefined) links.set(code, `${pageUri}#L${index + 1}`);
  });
  return links;
}
