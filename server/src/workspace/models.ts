import { URI, Utils } from 'vscode-uri';
import type { DriverView, NovaConfView, TemplateView } from '../check/view';
import type { DriverLanguage } from '../driver/declaration';
import { readDriver } from '../driver/read';
import { parseNovaConf } from '../novaConf/parse';
import { select } from '../novaConf/select';
import { parseTemplateFile } from '../template/parse';
import { vifTypeOfFile } from './fileKind';
import { MemoByText } from './memoByText';

/** A nova.conf, parsed, before it is known what it leads to. */
export type ParsedConf = Pick<NovaConfView, 'conf' | 'selection'>;

/** The model of each file, made once for each text. */
export class Models {
  readonly #templates = new MemoByText<TemplateView>();
  readonly #confs = new MemoByText<ParsedConf>();
  readonly #drivers = new MemoByText<DriverView>();

  template(uri: string, text: string): TemplateView {
    const vifType = vifTypeOfFile(Utils.basename(URI.parse(uri)));
    return this.#templates.get(uri, text, () => ({ uri, text, file: parseTemplateFile(text, { uri, vifType }) }));
  }

  driver(uri: string, language: DriverLanguage, text: string): DriverView {
    return this.#drivers.get(uri, text, () => ({
      uri,
      language,
      text,
      module: readDriver({ uri, language, text }, () => undefined),
    }));
  }

  conf(uri: string, text: string): ParsedConf {
    return this.#confs.get(uri, text, () => {
      const conf = parseNovaConf(text);
      return { conf, selection: select(conf) };
    });
  }
}
