import type { CheetahTemplateFile, NameUse } from '../cheetahTemplate/cheetahTemplateFile';
import { builtInNames, novaNames } from '../cheetahTemplate/knownNames';
import { isOpen } from '../novaConf/fromTool';
import { guesses, problem, type Problem } from '../problems';
import { didYouMean, suggest } from '../suggest';
import type { NovaConfView } from './view';

/** What a request gives the other names of a Cheetah file. */
export interface RequestNames {
  /** What messages call the request. */
  readonly request: string;
  readonly names: ReadonlySet<string>;
}

/** What is known beside a Cheetah file. */
export interface CheetahSurroundings {
  readonly uri: string;
  /** Whether some nova.conf governs the file. */
  readonly isGoverned: boolean;
  /** Every nova.conf of the workspace. */
  readonly confs: readonly NovaConfView[];
  /** The names that the nearest request gives; missing where it gives none, or there is none. */
  readonly given?: RequestNames;
}

/** A name that nothing is known to provide. Nova's own dictionary may hold more than is known, so nothing here is certain. */
function checkName({ name, span }: NameUse, file: CheetahTemplateFile, known: CheetahSurroundings): Problem {
  const { uri, given } = known;
  const names = [
    ...file.names.flatMap((own) => (own.role === 'definition' ? own.name : [])),
    ...novaNames,
    ...(given?.names ?? []),
  ];
  const suggestions = suggest(name, names);
  const message = given
    ? `Nothing provides '${name}': it is no name that Nova gives, and "template" in ${given.request} has none of it.`
    : `Nothing is known to provide '${name}'. Give it a value under "template" in vif-request.json to render the file.`;
  return problem('cheetah.name-not-provided', span, message + didYouMean(suggestions), {
    severity: given ? 'warning' : 'hint',
    fixes: guesses({ uri, span }, suggestions, (text) => `Change to '${text}'`),
  });
}

function checkNames(file: CheetahTemplateFile, known: CheetahSurroundings): readonly Problem[] {
  const isProvided = ({ name, role, isOptional }: NameUse): boolean =>
    role !== 'searched' ||
    isOptional ||
    novaNames.has(name) ||
    builtInNames.has(name) ||
    (known.given?.names.has(name) ?? false);
  return file.names.filter((found) => !isProvided(found)).map((found) => checkName(found, file, known));
}

/** The VIF types that nova.confs select; `undefined` where one of them leaves it open. */
function selectedVifTypes(confs: readonly NovaConfView[]): ReadonlySet<string> | undefined {
  const selected = confs.map(({ selection }) => selection.vifType?.value);
  const known = selected.filter((vifType) => vifType !== undefined).filter((vifType) => !isOpen(vifType));
  return known.length === selected.length ? new Set(known) : undefined;
}

/** VIF types that no nova.conf selects: a hint, for the file may serve other hosts; one that differs in its letters' case alone is a fault. */
function checkVifTypes({ vifTypeMentions }: CheetahTemplateFile, known: CheetahSurroundings): readonly Problem[] {
  const selected = known.isGoverned ? selectedVifTypes(known.confs) : undefined;
  if (!selected) return [];
  return vifTypeMentions
    .filter(({ vifType }) => !selected.has(vifType))
    .map(({ vifType, span }) => {
      const meant = [...selected].filter((other) => other.toLowerCase() === vifType.toLowerCase());
      const message = `No nova.conf of the workspace selects the VIF type '${vifType}'.${didYouMean(meant)}`;
      return problem('cheetah.vif-type-not-selected', span, message, {
        severity: meant.length > 0 ? 'warning' : 'hint',
        fixes: guesses({ uri: known.uri, span }, meant, (text) => `Change to '${text}'`),
      });
    });
}

/** The problems of a Cheetah file that its surroundings make: names and VIF types that nothing else knows. Those of its keys are `checkTemplate`'s. */
export function checkCheetah(file: CheetahTemplateFile, known: CheetahSurroundings): readonly Problem[] {
  return [...checkNames(file, known), ...checkVifTypes(file, known)];
}
