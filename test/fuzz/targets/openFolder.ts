import type { Problem } from '../../../server/src/problems';
import type { TemplateFile } from '../../../server/src/template/templateFile';
import { ChunkedText } from '../../../server/src/text/chunkedText';
import { commonEnds } from '../../../server/src/text/commonEnds';
import type { Disk } from '../../../server/src/workspace/disk';
import { Workspace } from '../../../server/src/workspace/workspace';
import { PATHS, type Folder, type Role } from '../corpus';

const FOLDER = 'file:///fuzz';
const ROLES = Object.keys(PATHS) as Role[];

export function uriOf(role: Role): string {
  return `${FOLDER}/${PATHS[role]}`;
}

/** What the workspace says of a folder, as plain values. */
export interface Said {
  readonly problems: Readonly<Record<string, readonly Problem[]>>;
  readonly templates: readonly unknown[];
  readonly confs: readonly unknown[];
  readonly drivers: readonly unknown[];
}

/** A template file may work out its parts when they are asked for: here all of them are. */
function templateSaid({ templates, placeholders, tags, comments, problems }: TemplateFile): unknown {
  const parts = templates.map((template) => ({
    vifType: template.vifType,
    vifTypeSpan: template.vifTypeSpan,
    isDefault: template.isDefault,
    span: template.span,
    interfaceSpan: template.interfaceSpan,
    placeholders: template.placeholders,
    tags: template.tags,
  }));
  return { parts, placeholders, tags, comments, problems };
}

/** A folder whose files are all open in an editor, and a workspace that is told of every change, as the server's is. */
export class OpenFolder {
  readonly workspace: Workspace;
  readonly #texts: Map<string, ChunkedText>;

  constructor(folder: Folder) {
    this.#texts = new Map(ROLES.map((role) => [uriOf(role), ChunkedText.of(folder[role])]));
    this.workspace = new Workspace(this.#disk());
  }

  async open(): Promise<void> {
    await this.workspace.setRoots([FOLDER]);
    for (const uri of this.#texts.keys()) {
      const content = (): ChunkedText => this.#content(uri);
      this.workspace.opened({
        uri,
        languageId: '',
        get content() {
          return content();
        },
      });
    }
  }

  text(role: Role): string {
    return this.#content(uriOf(role)).toString();
  }

  /** Changes a text, and checks what the server would check then. */
  edit(role: Role, text: string): void {
    const before = this.#content(uriOf(role));
    const { prefix, suffix } = commonEnds(before.toString(), text);
    const span = { start: prefix, end: before.length - suffix };
    this.#texts.set(uriOf(role), before.replaced(span, text.slice(prefix, text.length - suffix)));
    this.workspace.edited(uriOf(role));
    for (const uri of this.workspace.related(uriOf(role))) this.workspace.problems(uri);
  }

  /** The texts as they are now. */
  folder(): Folder {
    return Object.fromEntries(ROLES.map((role) => [role, this.text(role)])) as Record<Role, string>;
  }

  said(): Said {
    const { workspace } = this;
    return {
      problems: Object.fromEntries(ROLES.map((role) => [role, workspace.problems(uriOf(role))])),
      templates: (['template', 'cheetah'] as const).map((role) => {
        const view = workspace.template(uriOf(role));
        return view && templateSaid(view.file);
      }),
      confs: [workspace.conf(uriOf('conf'))].map(
        (view) =>
          view && { sections: [...view.conf.sections], settings: [...view.conf.settings], selected: view.selection },
      ),
      drivers: (['python', 'javascript'] as const).map((role) => workspace.driver(uriOf(role))?.module),
    };
  }

  #content(uri: string): ChunkedText {
    return this.#texts.get(uri) ?? ChunkedText.of('');
  }

  #disk(): Disk {
    return {
      read: (uri) => this.#texts.get(uri)?.toString(),
      names: (folder) => (folder === FOLDER ? Object.values(PATHS) : []),
      answersAtOnce: () => true,
      find: (folder, patterns) =>
        Promise.resolve(folder === FOLDER && patterns.length > 0 ? [...this.#texts.keys()] : []),
    };
  }
}
