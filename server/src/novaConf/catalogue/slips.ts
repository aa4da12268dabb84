import { slipFinder } from '../../slips';
import { novaOptions, optionGroups, optionsIn, type NovaOption } from '../catalogue';
import { normalizedGroup } from '../options';

type Finder = ReturnType<typeof slipFinder>;

/** A name of so many letters, found in one section alone, is hardly that of another option elsewhere. */
const DISTINCTIVE = 9;

// The catalogue is the same all the time, and so are these: made when they are first asked for.
let sections: Finder | undefined;
const options = new Map<string, Finder>();
let distinctive: ReadonlyMap<string, NovaOption> | undefined;

/** The sections that a name can be a slip of the pen for, the closest first. */
export function sectionsLike(name: string): readonly string[] {
  sections ??= slipFinder(optionGroups());
  return sections(name);
}

/** The options of a section, those that Nova still has, that a name can be a slip of the pen for, the closest first. */
export function optionsLike(name: string, group: string): readonly string[] {
  const section = normalizedGroup(group);
  const find = options.get(section) ?? slipFinder(currentNames(section));
  options.set(section, find);
  return find(name);
}

/** The option of that name, where one section alone has it and the name is long: a short one means something everywhere. */
export function onlyOption(name: string): NovaOption | undefined {
  distinctive ??= onlyOptions();
  return distinctive.get(name);
}

function currentNames(group: string): readonly string[] {
  return optionsIn(group)
    .filter(({ removed }) => !removed)
    .map(({ name }) => name);
}

function onlyOptions(): ReadonlyMap<string, NovaOption> {
  const found = new Map<string, NovaOption>();
  const ambiguous = new Set<string>();
  for (const option of novaOptions()) {
    if (found.has(option.name)) ambiguous.add(option.name);
    if (option.name.length >= DISTINCTIVE && !option.removed) found.set(option.name, option);
  }
  for (const name of ambiguous) found.delete(name);
  return found;
}
