import { guesses, problem, type Fix, type Problem, type RelatedPlace } from '../problems';
import { slipFinder } from '../slips';
import { didYouMean, suggest } from '../suggest';
import { OPTIONAL_MARK } from '../template/placeholder';
import type { Placeholder } from '../template/templateFile';
import { pairingsOf, provisionOf, type Pairing } from './pairing';
import { baseName, type NovaConfView, type TemplateView } from './view';

/** `a, b and c`, or `nothing`. */
function list(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'nothing';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function describe(key: string, { driverName, driver: { declaration } }: Pairing, certain: boolean): string {
  const keys = list(declaration.keys.map((output) => output.key));
  if (certain) return `The driver ${driverName} does not provide '${key}'. It provides ${keys}.`;
  if (declaration.complete)
    return `The driver ${driverName} does not provide '${key}' itself. It returns the network dictionary that it is handed, which may hold it.`;
  return `The driver ${driverName} may not provide '${key}'. Reading its source found ${keys}, and could not tell whether that is all.`;
}

function related({ driverName, driver, conf }: Pairing, suggestions: readonly string[]): readonly RelatedPlace[] {
  const { declaration, view } = driver;
  const provided = declaration.keys.find(({ key }) => key === suggestions[0]);
  const setting = conf.selection.driver?.setting;
  return [
    ...(provided
      ? [{ uri: provided.uri, span: provided.span, message: `The driver provides '${provided.key}' here.` }]
      : []),
    { uri: view.uri, span: declaration.classSpan, message: `The driver ${driverName}.` },
    ...(setting
      ? [{ uri: conf.uri, span: setting.valueSpan, message: `${baseName(conf.uri)} selects the driver here.` }]
      : []),
  ];
}

function fixes(
  placeholder: Placeholder,
  { templateUri, driver }: Pairing,
  suggestions: readonly string[],
): readonly Fix[] {
  const { declaration, view } = driver;
  const place = { uri: templateUri, span: placeholder.keySpan };
  const renames = guesses(place, suggestions, (key) => `Rename the placeholder to '${key}'`);
  const insertion = declaration.keyInsertion;
  if (!insertion || view.shipped) return renames;
  const { offset, before, after } = insertion;
  const newText = before + placeholder.key + after;
  const add = {
    title: `Add '${placeholder.key}' to the output keys of ${declaration.className}`,
    changes: [{ uri: view.uri, span: { start: offset, end: offset }, newText }],
  };
  return [...renames, add];
}

function notProvided(
  placeholder: Placeholder,
  pairing: Pairing,
  certain: boolean,
  used: ReadonlySet<string>,
  computeKeys: ReadonlySet<string>,
): Problem {
  const { declaration } = pairing.driver;
  const names = [...declaration.keys.map(({ key }) => key), ...computeKeys];
  const suggestions = suggest(placeholder.key, names, used);
  const message = describe(placeholder.key, pairing, certain) + didYouMean(suggestions);
  const found = problem('placeholder.not-provided', placeholder.span, message, {
    severity: certain ? 'error' : 'hint',
    related: related(pairing, suggestions),
  });
  return {
    ...found,
    // Somebody who asks for quick fixes waits for them; with each key that one presses they are made for nobody.
    get fixes() {
      return fixes(placeholder, pairing, suggestions);
    },
  };
}

/** An optional placeholder that the driver certainly does not provide: nothing to say, unless its key looks like a slip of the pen for one that the template does not ask for yet. */
function leftOut(
  placeholder: Placeholder,
  pairing: Pairing,
  used: ReadonlySet<string>,
  computeKeys: ReadonlySet<string>,
): readonly Problem[] {
  const { key, keySpan, span } = placeholder;
  const names = [...pairing.driver.declaration.keys.map((output) => output.key), ...computeKeys];
  const meant = slipFinder(names.filter((name) => !used.has(name)))(key);
  if (meant.length === 0) return [];
  const message = `The driver ${pairing.driverName} does not provide '${key}', so it is left out.${didYouMean(meant)}`;
  const place = { uri: pairing.templateUri, span: keySpan };
  return [
    problem('placeholder.not-provided', span, message, {
      severity: 'hint',
      related: related(pairing, meant),
      fixes: guesses(place, meant, (name) => `Rename the placeholder to '${name}'`),
    }),
  ];
}

/** A key that the driver leaves out on some of its ways: a condition decides, and reading cannot know it. */
function sometimesProvided({ key, keySpan, span }: Placeholder, pairing: Pairing, isCheetah: boolean): Problem {
  const message = `The driver ${pairing.driverName} provides '${key}' only sometimes: a condition in its source decides.`;
  return problem('placeholder.sometimes-provided', span, message, {
    related: related(pairing, [key]),
    fixes: isCheetah
      ? []
      : [
          {
            title: 'Make the placeholder optional',
            changes: [
              { uri: pairing.templateUri, span: { start: keySpan.end, end: keySpan.end }, newText: OPTIONAL_MARK },
            ],
          },
        ],
  });
}

/** In a comment, the Cheetah dialect wants a value as it does anywhere else. */
function checkPairing(pairing: Pairing, computeKeys: ReadonlySet<string>, isCheetah: boolean): readonly Problem[] {
  const { placeholders } = pairing.template;
  const used = new Set(placeholders.map(({ key }) => key));
  return placeholders
    .filter(({ context }) => isCheetah || context !== 'comment')
    .flatMap((placeholder) => {
      const provision = provisionOf(placeholder.key, pairing, computeKeys);
      if (placeholder.optional) return provision === 'missing' ? leftOut(placeholder, pairing, used, computeKeys) : [];
      if (provision === 'sometimes') return sometimesProvided(placeholder, pairing, isCheetah);
      return provision === 'missing' || provision === 'unknown'
        ? notProvided(placeholder, pairing, provision === 'missing', used, computeKeys)
        : [];
    });
}

/** Whether the template gets all that it asks for: then its placeholders need not be looked at one by one. */
function lacksNothing({ file }: TemplateView, pairing: Pairing, computeKeys: ReadonlySet<string>): boolean {
  const vifType = pairing.conf.selection.vifType?.value;
  if (file.dialect !== 'plain' || vifType === undefined) return false;
  return file.keysFor(vifType).every((key) => ['driver', 'compute'].includes(provisionOf(key, pairing, computeKeys)));
}

/** All problems of a template file: those of its text, what libvirt rejects of its devices, and placeholders that the driver does not provide which a nova.conf out of `confs` selects. `computeKeys` are provided by nova-compute. */
export function checkTemplate(
  view: TemplateView,
  confs: readonly NovaConfView[],
  computeKeys: ReadonlySet<string>,
): readonly Problem[] {
  const pairings = pairingsOf(view, confs).filter((pairing) => !lacksNothing(view, pairing, computeKeys));
  const isCheetah = view.file.dialect === 'cheetah';
  const found = pairings.flatMap((pairing) => checkPairing(pairing, computeKeys, isCheetah));
  return [...view.file.problems, ...view.deviceProblems, ...eachOnce(found)];
}

/** Templates of a file may share a placeholder, and a driver may be the same for all of them. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((found) => [`${found.span.start} ${found.code} ${found.message}`, found])).values()];
}
