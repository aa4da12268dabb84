import type { DriverView, TemplateView } from '../check/view';
import type { DriverModule, DriverSource, ResolveModule } from '../driver/declaration';
import { readCheetahTemplate } from '../check/readCheetah';
import { readTemplate } from '../check/templateView';
import { readDriver } from '../driver/read';
import { ParsedSources } from '../driver/syntax/parsedSources';
import { parseNovaConf } from '../novaConf/parse';
import type { PiecedConf } from '../novaConf/pieces/piecedConf';
import { select } from '../novaConf/select';
import type { Selection } from '../novaConf/selection';
import { isSameText } from '../text/commonEnds';
import type { Text } from '../text/text';
import { DriverCopies } from './driverCopies';
import { vifTypeOfFile } from './fileKind';
import { isWithin, nameOf } from './files';
import { LastRead } from './lastRead';
import { MemoByAnswers } from './memoByAnswers';
import { MemoByText } from './memoByText';

/** A nova.conf, parsed, before it is known what it leads to. */
export interface ParsedConf {
  readonly conf: PiecedConf;
  readonly selection: Selection;
}

/** The model of each file, made once for each text; that of a driver, for the texts of the modules that it imports too. */
export class Models {
  readonly #templates = new MemoByText<TemplateView>();
  readonly #templatesRead = new LastRead<TemplateView>();
  readonly #cheetahTemplates = new MemoByText<TemplateView>();
  readonly #confs = new MemoByText<ParsedConf>();
  readonly #confsRead = new LastRead<ParsedConf>();
  readonly #drivers = new MemoByAnswers<DriverView>();
  readonly #driverCopies = new DriverCopies();
  readonly #parsedDrivers = new ParsedSources();

  /** `shippedFolder` holds the drivers that ship. */
  constructor(private readonly shippedFolder?: string) {}

  template(uri: string, text: Text): TemplateView {
    return this.#templates.get(uri, text, (earlier) => {
      const name = nameOf(uri);
      const source = { uri, vifType: vifTypeOfFile(name) };
      const view = readTemplate(text, source, earlier ?? this.#templatesRead.like(name));
      this.#templatesRead.add(name, view);
      return view;
    });
  }

  cheetahTemplate(uri: string, text: Text): TemplateView {
    return this.#cheetahTemplates.get(uri, text, () => readCheetahTemplate(text.toString(), uri));
  }

  /** `resolve` finds the modules that the driver imports. */
  driver(source: DriverSource, resolve: ResolveModule): DriverView {
    const shipped = this.shippedFolder !== undefined && isWithin(source.uri, this.shippedFolder);
    return this.#drivers.get(source, resolve, (asking) => ({
      ...source,
      module: this.#readDriver(source, asking),
      ...(shipped && { shipped }),
    }));
  }

  conf(uri: string, text: Text): ParsedConf {
    return this.#confs.get(uri, text, (earlier) => {
      const name = nameOf(uri);
      const like = this.#confsRead.like(name);
      if (like && isSameText(like.conf.text, text)) return like;
      const conf = parseNovaConf(text, earlier?.conf);
      const parsed = { conf, selection: select(conf) };
      this.#confsRead.add(name, parsed);
      return parsed;
    });
  }

  #readDriver(source: DriverSource, resolve: ResolveModule): DriverModule {
    const name = nameOf(source.uri);
    return this.#driverCopies.get(name, source, resolve, (asking) => readDriver(source, asking, this.#parsedDrivers));
  }
}
