import type { Place, Span } from '../text/span';
import type { ClassAlias, DriverDeclaration, DriverModule, KeyInsertion, OutputKey } from './declaration';

/** Gives a place in the one file its URI in the other. */
type Move = (place: Place) => Place;

// What is found out when it is asked for stays so in the copies. Classes have it once for all of them: in an object of its own each time it would
// take longer than all the rest.

class CopiedKey implements OutputKey {
  readonly uri: string;
  readonly span: Span;
  readonly key: string;
  readonly declared: boolean;
  readonly sometimes: boolean;

  constructor(
    private readonly of: OutputKey,
    private readonly move: Move,
  ) {
    ({ uri: this.uri, span: this.span } = move(of));
    this.key = of.key;
    this.declared = of.declared;
    this.sometimes = of.sometimes;
  }

  get places(): readonly Place[] {
    return this.of.places.map(this.move);
  }

  get placesKnown(): boolean {
    return this.of.placesKnown;
  }
}

class CopiedDeclaration implements DriverDeclaration {
  readonly className: string;
  readonly classSpan: Span;
  readonly method?: NonNullable<DriverDeclaration['method']>;
  readonly keys: readonly OutputKey[];
  readonly complete: boolean;
  readonly passesNetwork: boolean;
  readonly opaqueBase: boolean;

  constructor(
    private readonly of: DriverDeclaration,
    move: Move,
  ) {
    this.className = of.className;
    this.classSpan = of.classSpan;
    if (of.method !== undefined) this.method = of.method;
    this.keys = of.keys.map((key) => new CopiedKey(key, move));
    this.complete = of.complete;
    this.passesNetwork = of.passesNetwork;
    this.opaqueBase = of.opaqueBase;
  }

  get keyInsertion(): KeyInsertion | undefined {
    return this.of.keyInsertion;
  }
}

function copiedAlias(alias: ClassAlias, from: string, to: string): ClassAlias {
  return 'uri' in alias.from && alias.from.uri === from ? { ...alias, from: { uri: to } } : alias;
}

/** What is told of the module at `to` where that has the same text as the one at `from`, and neither has a module that it imports. */
export function copiedModule(module: DriverModule, from: string, to: string): DriverModule {
  const move: Move = ({ uri, span }) => ({ uri: uri === from ? to : uri, span });
  return {
    ...module,
    classes: module.classes.map((found) => new CopiedDeclaration(found, move)),
    aliases: module.aliases.map((alias) => copiedAlias(alias, from, to)),
  };
}
