import type { DriverDeclaration, DriverLanguage, DriverModule } from '../../../server/src/driver/declaration';
import { readDriver } from '../../../server/src/driver/read';
import { moduleResolver } from '../../../server/src/workspace/moduleResolver';
import { marked } from '../markedText';

/** A driver, the keys that reading should find in it (marked), and whether that is all of them. The class is `Driver`. */
export interface DriverCase {
  readonly name: string;
  readonly source: string;
  readonly complete: boolean;
  /** The keys that it provides only sometimes. */
  readonly sometimes?: readonly string[];
  /** The other files of its search path, marked as well, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A driver whose method has this body. */
export function pythonBody(...lines: readonly string[]): string {
  const method = ['class Driver:', '    def getVIFConfiguration(self, instance, network):'];
  return text(...method, ...lines.map((line) => `        ${line}`));
}

/** A driver whose method has this body. */
export function javascriptBody(...lines: readonly string[]): string {
  const method = ['export default class Driver {', '  getVIFConfiguration(instance, network) {'];
  return text(...method, ...lines.map((line) => `    ${line}`), '  }', '}');
}

export function text(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

export const FOLDER = 'file:///drivers';

/** The files of a case, without marks, by their paths; the driver's own first. */
export function filesOf(language: DriverLanguage, { source, files = {} }: DriverCase): [path: string, text: string][] {
  const all: [string, string][] = [[mainPath(language, source), source], ...Object.entries(files)];
  return all.map(([path, content]) => [path, marked(content).text]);
}

function mainPath(language: DriverLanguage, source: string): string {
  if (language === 'python') return 'driver.py';
  return /\b(?:module\.exports|require\()/.test(source) ? 'driver.cjs' : 'driver.mjs';
}

/** Reads a module among other files. */
export function readFiles(
  language: DriverLanguage,
  files: readonly (readonly [path: string, text: string])[],
): DriverModule {
  const texts = new Map(files.map(([path, content]) => [`${FOLDER}/${path}`, content]));
  const [main] = texts;
  if (!main) throw new Error('there is no file');
  const resolve = moduleResolver([FOLDER], { text: (uri) => texts.get(uri) });
  return readDriver({ uri: main[0], language, text: main[1] }, resolve);
}

/** The class `Driver`, or the one without a name. */
export function driverIn({ classes }: DriverModule): DriverDeclaration {
  const found = classes.find(({ className }) => className === 'Driver' || className === '');
  if (!found) throw new Error('there is no class');
  return found;
}

/** Reads the driver of a case. */
export function readCase(language: DriverLanguage, driver: DriverCase): DriverDeclaration {
  return driverIn(readFiles(language, filesOf(language, driver)));
}
