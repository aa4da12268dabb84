/** Each colour: VS Code's, and where there is none, one for a bright and one for a dark page. */
const COLOURS: Readonly<Record<string, readonly [vscode: string, bright: string, dark: string]>> = {
  page: ['editor-background', '#ffffff', '#1b1f24'],
  text: ['editor-foreground', '#1f2328', '#e6edf3'],
  muted: ['descriptionForeground', '#59636e', '#9198a1'],
  focus: ['focusBorder', '#0969da', '#4493f8'],
  driver: ['textLink-foreground', '#0a5cb8', '#4aa3ff'],
  compute: ['gitDecoration-addedResourceForeground', '#37761d', '#7ec87a'],
  request: ['charts-purple', '#6f42c1', '#c297ff'],
  template: ['editor-foreground', '#1f2328', '#e6edf3'],
  unfilled: ['errorForeground', '#b3261e', '#ff8f85'],
  missing: ['errorForeground', '#b3261e', '#ff8f85'],
};

function properties(index: 1 | 2): string {
  return Object.entries(COLOURS)
    .map(([name, colours]) => `--vif-${name}:var(--vscode-${colours[0]},${colours[index]})`)
    .join(';');
}

const MARKED = ['driver', 'compute', 'request', 'template', 'unfilled', 'missing'];

/** The style of every picture. In VS Code it follows the theme, elsewhere the bright or dark scheme of the page. */
export const STYLE = `
.vif-topology{${properties(1)};font-family:var(--vscode-font-family,system-ui,'Segoe UI',Ubuntu,sans-serif);font-size:11px;fill:var(--vif-text)}
@media (prefers-color-scheme:dark){.vif-topology{${properties(2)}}}
.vif-topology .page{fill:var(--vif-page)}
.vif-topology .title{font-size:15px;font-weight:600}
.vif-topology .subtitle,.vif-topology .label,.vif-topology .zone-name{fill:var(--vif-muted)}
.vif-topology .subtitle{font-size:12px}
.vif-topology .zone-name,.vif-topology .path-name{font-size:11px;font-weight:600;letter-spacing:.04em}
.vif-topology .zone{fill:var(--vif-text);fill-opacity:.045}
.vif-topology .frame{fill:var(--vif-page);stroke:var(--vscode-contrastBorder,var(--vif-text));stroke-opacity:.28}
.vscode-high-contrast .vif-topology .frame,.vscode-high-contrast .vif-topology .zone{stroke:var(--vscode-contrastBorder);stroke-opacity:1}
@media (prefers-contrast:more){.vif-topology .frame,.vif-topology .zone{stroke:var(--vif-text);stroke-opacity:1}}
.vif-topology .gap .frame{stroke:var(--vif-missing);stroke-opacity:.9;stroke-dasharray:5 4}
.vif-topology .wire{stroke:var(--vif-muted);stroke-width:2;stroke-linecap:round}
.vif-topology .wire.gap{stroke:var(--vif-missing);stroke-dasharray:2 6}
.vif-topology .plug{fill:var(--vif-page);stroke:var(--vif-muted);stroke-width:2}
.vif-topology .plug.gap{stroke:var(--vif-missing)}
.vif-topology .icon{fill:none;stroke:var(--vif-muted);stroke-width:1.3;stroke-linecap:round;stroke-linejoin:round}
.vif-topology .name{font-size:12px;font-weight:600}
.vif-topology .value,.vif-topology .headline{font-family:var(--vscode-editor-font-family,ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace);white-space:pre}
.vif-topology .value{font-size:11.5px}
.vif-topology .headline{font-size:13px;font-weight:600}
.vif-topology .plain{fill:var(--vif-muted)}
${MARKED.map((mark) => `.vif-topology .${mark}{fill:var(--vif-${mark})}.vif-topology .mark.${mark}{stroke:var(--vif-${mark})}`).join('\n')}
.vif-topology .missing{font-style:italic}
.vif-topology tspan.unfilled{text-decoration:underline dashed}
.vif-topology .mark{stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.vif-topology .mark.template{stroke:var(--vif-muted)}
.vif-topology .mark.template,.vif-topology .mark.unfilled,.vif-topology .mark.missing{fill:none}
.vif-topology .hit{fill:none;pointer-events:all}
.vif-topology a{cursor:pointer}
.vif-topology a:hover .hit{fill:var(--vif-focus);fill-opacity:.1}
.vif-topology a:hover .frame{stroke:var(--vif-focus);stroke-opacity:1}
.vif-topology a:focus{outline:none}
.vif-topology a:focus-visible .hit,.vif-topology a:focus-visible .frame{stroke:var(--vif-focus);stroke-width:2;stroke-opacity:1;stroke-dasharray:none}
`.trim();
