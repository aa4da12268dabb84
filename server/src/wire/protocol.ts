import type { Diagnostic, Location, Range } from 'vscode-languageserver-types';

export type {
  ConfNode,
  DriverNode,
  ExplorerNode,
  ExplorerRender,
  PlaceholderState,
} from '../languageFeatures/explorer/node';

/** What a client says when it starts the server (`initializationOptions`). Everything may be left out. */
export interface InitializationOptions {
  /** Whether the user trusts the workspace. Only `true` counts; without trust no driver is ever run. */
  readonly trusted?: boolean;
  /** Whether the client takes `openstackVif/renderingChanged`. Without it a rendering is made once, for the one who asks. */
  readonly liveRenderings?: boolean;
  /** Whether the client takes `openstackVif/explorerChanged`. */
  readonly explorer?: boolean;
  /** The settings of a client that has no `workspace/configuration`. */
  readonly settings?: unknown;
}

/** The command that renders: its one argument is `RenderParams`, its answer `RenderAnswer`. */
export const RENDER_COMMAND = 'openstackVif.render';

export interface RenderParams {
  /** A template file, or the nova.conf that selects one. */
  readonly uri: string;
  /** Another VIF type than nova.conf or the request selects. */
  readonly vifType?: string;
  /** Another driver than nova.conf selects, by its dotted name. */
  readonly driver?: string;
  /** The URI of another request than the one chosen, or the nearest. */
  readonly request?: string;
  /** Of a Cheetah file: all of it, which is also what counts where this is left out, or what the branch of the VIF type gives. */
  readonly part?: 'file' | 'branch';
}

/** Which rendering: each template, each branch and each whole Cheetah file has one of its own for each driver. */
export interface RenderingName {
  /** The template file. */
  readonly uri: string;
  readonly vifType: string;
  readonly driver: string;
  /** Of a Cheetah file: all of it, or the branch of the VIF type. A template of a plain file is always `file`. */
  readonly part: 'file' | 'branch';
}

export interface RenderAnswer extends RenderingName {
  /** The interface XML, or what a Cheetah file gives; the last good one if `stale`; `null` if there is none. */
  readonly xml: string | null;
  readonly stale: boolean;
  /** Why `xml` is not what the texts give now: the template gives nothing as it stands, or the last run of the driver gave no values. */
  readonly message: string | null;
  /** What has changed since the driver was last run: it is not run again before that is asked for. */
  readonly outdated: 'driver' | 'request' | null;
  /** The placeholders that nothing filled; they stand in `xml` as they are written in the template, at `range`. */
  readonly unfilled: readonly { readonly key: string; readonly range: Range }[];
  /** The values in `xml`, in its order. */
  readonly pieces: readonly RenderedPiece[];
  /** What is wrong with `xml`; their ranges are in it. */
  readonly problems: readonly Diagnostic[];
}

/** A stretch of `xml` that is not the template's own text: a value, or a placeholder that nothing filled. */
export interface RenderedPiece {
  /** In `xml`. */
  readonly range: Range;
  /** `request`: a name of a Cheetah file whose value stands in the request. */
  readonly origin: 'driver' | 'compute' | 'request' | 'unfilled';
  /** The key, or the expression of a Cheetah file. */
  readonly key: string;
  /** The value as it was given, before it was escaped; `null` where nothing fills the placeholder. */
  readonly value: string | null;
  /** The placeholder in the template file. */
  readonly source: Range;
  /** Where the driver's source provides the key; `null` where that is not known. */
  readonly provider: Location | null;
}

/** A notification from the server: a rendering that was asked for looks different now. Its parameters are a `RenderAnswer`. */
export const RENDERING_CHANGED = 'openstackVif/renderingChanged';

/** A notification to the server: nobody looks at a rendering any more. Its parameters are a `RenderingName`. */
export const CLOSE_RENDERING = 'openstackVif/closeRendering';

/**
 * A request to the server: a picture of what a rendering means that was asked for and is not closed. Its answer is a
 * `TopologyAnswer`, or `null` where there is none.
 */
export const TOPOLOGY = 'openstackVif/topology';

export interface TopologyParams extends RenderingName {
  /** The client's command that the links of the picture run, as `command:` URIs: its one argument is LSP's `Location` in the template file. */
  readonly command: string;
}

export interface TopologyAnswer {
  /** The picture as an `<svg>` for a page of HTML, for a wide place. */
  readonly right: string;
  /** The same for a narrow place. */
  readonly down: string;
  /** The CSS of both; its colours are the custom properties of VS Code's themes, or else those of the page's scheme. */
  readonly style: string;
}

/** A notification to the server: the user has granted trust. It has no parameters, and there is no way back but a new start. */
export const TRUST_GRANTED = 'openstackVif/trustGranted';

/** The `data` of the error that answers what is refused for want of trust. */
export const UNTRUSTED = 'untrusted';

/** A request to the server: what is selected for a file. Its answer is a `SelectionAnswer`, or `null` for a file that is none of ours. */
export const SELECTION = 'openstackVif/selection';

export interface SelectionParams {
  /** A template file, a nova.conf or a driver. */
  readonly uri: string;
}

export interface SelectionAnswer {
  /** The nova.conf that counts most for the file; `null` where none governs it. */
  readonly conf: string | null;
  readonly vifType: string | null;
  /** The driver's dotted name. */
  readonly driver: string | null;
  /** Whether the user has chosen `conf`. */
  readonly chosen: boolean;
  /** The nova.confs that could be chosen: those of the file's workspace folder. */
  readonly confs: readonly string[];
}

/** A notification to the server: the user has chosen the request that the templates of a file's workspace folder are rendered with. */
export const CHOOSE_REQUEST = 'openstackVif/chooseRequest';

export interface ChooseRequestParams {
  /** Any file of the workspace folder, or the folder itself. */
  readonly uri: string;
  /** `null`: the nearest counts again. */
  readonly request: string | null;
}

/** A request to the server: the text of a new request for a template. Its answer is `string | null`, `null` where there is no template. */
export const NEW_REQUEST = 'openstackVif/newRequest';

export interface NewRequestParams {
  /** A template file, or the nova.conf that selects one. */
  readonly uri: string;
  /** Another VIF type than nova.conf selects. */
  readonly vifType?: string;
}

/** A request to the server: the tree of the workspace, a nova.conf a branch. It has no parameters; its answer is `ExplorerNode[]`. */
export const EXPLORER = 'openstackVif/explorer';

/** A request to the server: the drivers that a nova.conf could select. Its answer is `DriverNode[]`. */
export const EXPLORER_DRIVERS = 'openstackVif/explorerDrivers';

export interface ExplorerDriversParams {
  /** The nova.conf. */
  readonly conf: string;
}

/** A notification from the server: the tree may look different now. It has no parameters, and comes once for many changes. */
export const EXPLORER_CHANGED = 'openstackVif/explorerChanged';

/** A request to the client, by a server that has no disk: the text of a file. Its answer is `string | null`, `null` for a file that cannot be read. */
export const READ_FILE = 'openstackVif/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** A request to the client, by a server that has no disk: the names in a folder. Its answer is `string[]`, with none for a folder that cannot be read. */
export const READ_DIRECTORY = 'openstackVif/readDirectory';

export interface ReadDirectoryParams {
  readonly uri: string;
}

/** A request to the client, by a server that has no disk: the files in a folder. Its answer is `string[]`, their URIs. */
export const FIND_FILES = 'openstackVif/findFiles';

export interface FindFilesParams {
  readonly folder: string;
  /** Globs for a file's name, with `*` and `{a,b}`; one of them has to fit. */
  readonly patterns: readonly string[];
  /** The names of folders that are passed over. */
  readonly ignored: readonly string[];
  /** Whether those in the folders below are found too. */
  readonly deep: boolean;
}

/** A notification to the server: the user has chosen the nova.conf that governs the templates of a file's workspace folder. */
export const CHOOSE_CONF = 'openstackVif/chooseConf';

export interface ChooseConfParams {
  /** Any file of the workspace folder, or the folder itself. */
  readonly uri: string;
  /** `null`: the nearest governs again. */
  readonly conf: string | null;
}
