import { baseName } from '../check/view';
import { parseRequest } from '../request/parseRequest';
import type { VifRequest } from '../request/vifRequest';
import { lineAt } from '../text/lines';
import type { Workspace } from '../workspace/workspace';
import { RenderError } from './renderError';

/** The request of a rendering. It is read once it is needed: a broken one is no fault of a template that needs none. */
export interface RequestSource {
  /** What messages call it. */
  readonly name: string;
  /** Its text as it is now; `undefined` where it cannot be read. */
  text(): string | undefined;
  /** Reads the request as its text is now. Throws a RenderError where it cannot be read. */
  read(): VifRequest;
}

/** Finds the request of a template. */
export interface RequestFinder {
  /** The request at `uri`; where it is not given, that of the template, which `conf` governs. */
  of(template: string, conf: string | undefined, uri?: string): RequestSource;
}

/** Finds the requests that templates are rendered with, among the files. */
export class Requests implements RequestFinder {
  constructor(
    private readonly workspace: Workspace,
    /** Gives the text of the request that ships: it is used where no request lies near the template. */
    private readonly readDefault: () => string,
  ) {}

  /** The request at `uri`; where it is not given, the nearest to a template, else the nearest to the nova.conf that governs it. */
  of(template: string, conf: string | undefined, uri = this.#nearest(template, conf)): RequestSource {
    if (uri === undefined) return source('the request that ships', this.readDefault);
    return source(baseName(uri), () => this.workspace.files.text(uri));
  }

  #nearest(template: string, conf: string | undefined): string | undefined {
    const { views } = this.workspace;
    return views.requestFile(template) ?? (conf === undefined ? undefined : views.requestFile(conf));
  }
}

function source(name: string, readText: () => string | undefined): RequestSource {
  return {
    name,
    text: readText,
    read() {
      const text = readText();
      if (text === undefined)
        throw new RenderError(`The request ${name} cannot be read. Restore it, or choose another one.`);
      const parsed = parseRequest(text);
      if (parsed.kind === 'request') return parsed.request;
      throw new RenderError(`${name}, line ${lineAt(text, parsed.span.start) + 1}: ${parsed.message}`);
    },
  };
}
