import { JsonObject } from '../pythonJson';
import { isDictionary, type PythonDictionary } from '../pythonValue';
import type { Request } from '../driver/runner';
import type { VifRequest } from './vifRequest';

/** The members of a request that say all of one interface, if no `nics` stands beside them. */
const PARTS = ['instance', 'network', 'mapping', 'template'] as const;

/**
 * The request for one interface in a text, of which nothing is turned into Python's values before it is asked for: most renderings need
 * a few keys of the network. The same as `parseRequest` gives; `undefined` where that has more to say of the text.
 */
export function quickRequest(text: string): VifRequest | undefined {
  const json = JsonObject.of(text);
  if (!json || json.has('nics') || PARTS.some((part) => json.has(part) && !json.holdsObject(part))) return undefined;
  return new QuickRequest(json);
}

class QuickRequest implements VifRequest, Request {
  #network: PythonDictionary | undefined;

  constructor(private readonly read: JsonObject) {}

  get json(): string {
    return this.read.text;
  }

  get nic(): Request {
    return this;
  }

  get nics(): readonly Request[] {
    return [this];
  }

  get instance(): PythonDictionary {
    return this.#part('instance');
  }

  get network(): PythonDictionary {
    this.#network ??= this.#part('network');
    return this.#network;
  }

  get mapping(): PythonDictionary {
    return this.#part('mapping');
  }

  get template(): PythonDictionary {
    return this.#part('template');
  }

  #part(name: (typeof PARTS)[number]): PythonDictionary {
    const part = this.read.get(name);
    return isDictionary(part) ? part : new Map();
  }
}
