import type { Location } from 'vscode-languageserver-types';

/** How it stands with a placeholder: who fills it, or that nobody does. `optional`: nobody has to. `unknown`: no driver is known, or reading it does not tell. */
export type PlaceholderState = 'provided' | 'sometimes' | 'compute' | 'missing' | 'optional' | 'unknown';

/** What to hand the render command. */
export interface ExplorerRender {
  /** As the client spells it. */
  readonly uri: string;
  readonly vifType?: string;
  readonly driver?: string;
  readonly part?: 'branch';
}

/** What all nodes have. */
interface Node {
  /** The same for the same thing in every answer, and no other node's: by it, a client keeps what is unfolded. */
  readonly id: string;
  /** What to open; missing where there is nothing. */
  readonly place?: Location;
}

/** A nova.conf, with what it selects. */
export interface ConfNode extends Node {
  readonly kind: 'conf';
  readonly place: Location;
  /** Missing where it selects no driver, or one that is not there. */
  readonly render?: ExplorerRender;
  readonly children: readonly (VifTypeNode | DriverNode | RequestNode | TemplateNode | DriversNode)[];
}

/** The VIF type that a nova.conf selects. */
export interface VifTypeNode extends Node {
  readonly kind: 'vif-type';
  /** Missing where nova.conf leaves it open. */
  readonly vifType?: string;
  /** Whether there is a template for it. */
  readonly found: boolean;
}

/** A driver: the one that a nova.conf selects, or another that it could select. */
export interface DriverNode extends Node {
  readonly kind: 'driver';
  /** As nova.conf has it; missing where it sets none. */
  readonly name?: string;
  readonly selected: boolean;
  /** Whether its class is there. */
  readonly found: boolean;
  readonly render?: ExplorerRender;
}

/** The request that the templates of a nova.conf are rendered with: the one that ships where it has no name and no place. */
export interface RequestNode extends Node {
  readonly kind: 'request';
  /** The name of its file. */
  readonly name?: string;
  /** The nova.conf, as the client spells it. */
  readonly conf: string;
}

/** A template, under the nova.conf that selects it or under none. */
export interface TemplateNode extends Node {
  readonly kind: 'template';
  /** Missing where the template is for no VIF type in particular. */
  readonly vifType?: string;
  /** The name of its file. */
  readonly file: string;
  /** Whether the nova.conf above it selects its VIF type. */
  readonly selected: boolean;
  readonly place: Location;
  readonly render?: ExplorerRender;
  readonly children: readonly PlaceholderNode[];
}

/** A key that a template asks for. */
export interface PlaceholderNode extends Node {
  readonly kind: 'placeholder';
  readonly key: string;
  readonly state: PlaceholderState;
  /** The driver, where it provides the key. */
  readonly driver?: string;
}

/** The drivers that a nova.conf could select: finding them takes a walk through folders, so they are asked for once they are to be seen. */
export interface DriversNode extends Node {
  readonly kind: 'drivers';
  /** The nova.conf, as the client spells it. */
  readonly conf: string;
}

/** The templates that no nova.conf governs. */
export interface UngovernedNode extends Node {
  readonly kind: 'ungoverned';
  readonly children: readonly TemplateNode[];
}

/** One line of the explorer's tree. It holds names and states; what to say of them is the client's. */
export type ExplorerNode =
  ConfNode | VifTypeNode | DriverNode | RequestNode | TemplateNode | PlaceholderNode | DriversNode | UngovernedNode;
