import type { DriverView } from '../check/view';
import type { ClassAlias, DriverDeclaration, DriverLanguage, ResolveModule } from '../driver/declaration';

/** Reads drivers. */
export interface DriverReader {
  /** The driver's module, read, with what it imports; the file is there. */
  readDriver(uri: string, language: DriverLanguage, resolve: ResolveModule): DriverView;
}

/** Where a name of a module leads. */
export interface Trail {
  /** The class, and the module that it stands in. */
  readonly driver?: { readonly view: DriverView; readonly declaration: DriverDeclaration };
  /** The URIs of the modules that have no such class of their own, in the order in which they were asked. */
  readonly through: readonly string[];
}

/** Follows the name of a class from `start` through the modules that pass it on, to the one that it stands in. */
export function followName(start: DriverView, name: string, reader: DriverReader, resolve: ResolveModule): Trail {
  const through = new Set<string>();
  const asked = new Set<string>();
  let step: Step | undefined = { view: start, name };
  while (step) {
    const { view } = step;
    const declaration = findClass(step);
    if (declaration) return { driver: { view, declaration }, through: [...through] };
    through.add(view.uri);
    const place = `${view.uri}\n${step.name}`;
    // Modules may pass a name on to each other that none of them has.
    if (asked.has(place)) break;
    asked.add(place);
    step = nextStep(step, reader, resolve);
  }
  return { through: [...through] };
}

interface Step {
  readonly view: DriverView;
  readonly name: string;
}

/** The class of a module; a JavaScript default export without a name answers to every name. */
function findClass({ view, name }: Step): DriverDeclaration | undefined {
  return view.module.classes.find(({ className }) => className === name || className === '');
}

function nextStep({ view, name }: Step, reader: DriverReader, resolve: ResolveModule): Step | undefined {
  const alias = view.module.aliases.find((found) => found.name === name || found.name === '');
  if (!alias) return undefined;
  const uri = uriOf(alias, view, resolve);
  return uri === undefined ? undefined : { view: reader.readDriver(uri, view.language, resolve), name: alias.member };
}

function uriOf({ from }: ClassAlias, view: DriverView, resolve: ResolveModule): string | undefined {
  return 'uri' in from ? from.uri : resolve(from.module, view)?.uri;
}
