import type { TopologyAnswer } from '../../../server/src/wire/protocol';

/** What a page shows. */
export interface TopologyContent {
  /** `undefined` where nothing was rendered yet. */
  readonly picture: TopologyAnswer | undefined;
  /** What there is to say above the picture. */
  readonly remarks: readonly string[];
  /** What to click then. */
  readonly again: { readonly text: string; readonly href: string };
  /** What the page is called. */
  readonly title: string;
  /** The user's language, as HTML names it. */
  readonly language: string;
}

/** Which part of its own width a picture that runs to the right has to have: a narrower place shows the one that runs down. */
const NARROWEST = 0.8;

/** A text between two tags, or between double quotes. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** How wide an `<svg>` is, in pixels. */
function widthOf(svg: string): number {
  return Number(/ width="([\d.]+)"/.exec(svg)?.[1] ?? 0);
}

function styleFor({ right, style }: TopologyAnswer): string {
  const switching = Math.round(widthOf(right) * NARROWEST);
  return `${style}
body{padding:0;margin:0}
.remark{margin:0;padding:8px 20px;border-bottom:1px solid var(--vscode-editorWarning-foreground)}
.vif-topology{display:block;max-width:100%;height:auto}
.vif-topology.down{display:none}
@media (max-width:${switching}px){.vif-topology.right{display:none}.vif-topology.down{display:block}}`;
}

/** The lines above the picture; the last one has the link. */
function remarkLines({ remarks, again: { text, href } }: TopologyContent): string {
  const link = ` <a href="${escaped(href)}">${escaped(text)}</a>`;
  const line = (remark: string, index: number): string =>
    `<p class="remark" role="status">${escaped(remark)}${index === remarks.length - 1 ? link : ''}</p>`;
  return remarks.map(line).join('');
}

/** The page of a panel: the picture, and its style with that nonce. There is no script in it, and nothing comes from outside. */
export function topologyPage(content: TopologyContent, nonce: string): string {
  const { picture, title, language } = content;
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${picture ? styleFor(picture) : ''}</style>
</head>
<body>
${remarkLines(content)}
${picture ? `<main>${picture.right}${picture.down}</main>` : ''}
</body>
</html>`;
}
