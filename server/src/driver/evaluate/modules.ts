import { functionsIn, nothingTouched, touchedBy } from '../code/touched';
import type { Expression, Import, ImportAll } from '../code/code';
import type { ModuleCode } from '../code/module';
import { hasPart } from '../code/walk';
import type { DriverSource } from '../declaration';
import type { Machine } from './machine';
import { escape, forget, setVariable } from './memory';
import { Frame, Scope } from './scope';
import { certain, join, type ModuleAtom, type ModuleUnit, NOTHING, only, UNKNOWN_VALUE, type Value } from './values';

/** How many modules are read for one driver; what lies in others stays unknown. */
const MAX_MODULES = 100;

/** Evaluates the top level of a module. */
export function runModule(machine: Machine, source: DriverSource, code: ModuleCode): ModuleUnit {
  const frame = new Frame('module');
  const scope = new Scope(frame, undefined, code.names);
  const unit: ModuleUnit = { source, code, scope, touched: nothingTouched() };
  machine.addUnit(unit);
  machine.loading.add(source.uri);
  machine.run(code.body, scope);
  machine.loading.delete(source.uri);
  if (hasPart(code.body, (part) => machine.language.isEvasion(part))) machine.giveUp();
  for (const each of functionsIn(code.body)) touchedBy(each, machine.uses, unit.touched);
  for (const name of unit.touched.setMembers) machine.setMembers.add(name);
  return unit;
}

/** Makes the modules ready for running their drivers: what any of their functions may do to them counts as done. */
export function prepareForDrivers(machine: Machine): void {
  for (const { scope, touched } of machine.units.values()) {
    for (const name of touched.setNames) forget(machine, scope, name);
    for (const name of touched.names) escape(machine, scope.variables.get(name) ?? NOTHING);
    for (const scopeOfMembers of [...machine.classes.map(({ members }) => members), ...importedScopes(machine)])
      for (const name of touched.members) escape(machine, scopeOfMembers.variables.get(name) ?? NOTHING);
  }
  // A function may set a variable of a module that it imports.
  for (const scope of importedScopes(machine))
    for (const name of machine.setMembers) if (scope.variables.has(name)) forget(machine, scope, name);
  machine.isDriverRunning = true;
}

function importedScopes(machine: Machine): Scope[] {
  return [...machine.namespaces.values()].flatMap(({ unit }) => unit?.scope ?? []);
}

/** What an import brings in. */
export function importedBy(machine: Machine, { module, member, reaches, path, from }: Import): Value {
  const atom = moduleAt(machine, module, from, reaches);
  // What a package imports from itself is not there yet: it lies in the package's folder.
  if (!atom || atom.unit?.source.uri === from.uri) {
    const submodule = member === undefined ? undefined : moduleAt(machine, joined(module, member), from);
    if (submodule ?? !atom) return only(submodule ?? machine.outsideAt(path));
  }
  return member === undefined ? only(atom) : memberOfModule(machine, atom, member);
}

/** `module.member` */
export function memberOfModule(machine: Machine, atom: ModuleAtom, member: string): Value {
  const given = atom.unit && givenBy(machine, atom, atom.unit, member);
  if (given) return machine.setMembers.has(member) ? join(given, UNKNOWN_VALUE) : given;
  const submodule = moduleAt(machine, joined(atom.name, member), atom.from);
  if (submodule) return only(submodule);
  return atom.unit ? UNKNOWN_VALUE : only(machine.outsideAt(joined(atom.name, member)));
}

/** Brings all names of a module into `scope` that it gives out so. */
export function importAll(machine: Machine, { module, from }: ImportAll, scope: Scope): void {
  const atom = moduleAt(machine, module, from);
  const unit = atom?.unit;
  // A module that is under way in a circle has not all its names yet.
  const names = unit && !machine.loading.has(unit.source.uri) ? publicNames(machine, unit) : undefined;
  if (!unit || !names || unit.scope.mayHaveAny) scope.takesAnyName = true;
  machine.addNames(names ?? []);
  for (const name of names ?? []) {
    if (!scope.variables.has(name)) scope.variables.set(name, NOTHING);
    setVariable(machine, scope, name, atom ? memberOfModule(machine, atom, name) : UNKNOWN_VALUE);
  }
}

/** Those of `__all__`, or else those that start with no underscore. Nothing where `__all__` cannot be read. */
function publicNames(machine: Machine, { scope }: ModuleUnit): readonly string[] | undefined {
  const listed = scope.variables.get('__all__');
  if (!listed) return [...scope.variables.keys()].filter((name) => !name.startsWith('_'));
  const list = certain(listed);
  if (list?.kind !== 'list' || list.open) return undefined;
  const atoms = [...join(...list.items, list.further)];
  const names = atoms.filter((atom) => atom.kind === 'text').map(({ value }) => value);
  return names.length === atoms.length ? names : undefined;
}

/** What a module gives out under a name; nothing where it was not read to have that. */
function givenBy(machine: Machine, atom: ModuleAtom, { code, scope }: ModuleUnit, name: string): Value | undefined {
  if (!code.exports) {
    const value = scope.variables.get(name);
    return value && value.size > 0 ? machine.forced(value) : undefined;
  }
  const exported = code.exports.get(name);
  if (exported) return machine.aside(() => machine.evaluate(exported, scope));
  if (name === 'default') return code.whole && wholeOf(machine, atom, code.whole, scope);
  const others = (code.passesOn ?? []).map((other) => machine.forced(only({ ...other, member: name })));
  return others.find((value) => [...value].every(({ kind }) => kind !== 'unknown' && kind !== 'outside'));
}

/** A CommonJS module is what it gives out as a whole, or else the names that it gives out. */
function wholeOf(machine: Machine, atom: ModuleAtom, whole: Expression, scope: Scope): Value {
  const value = machine.aside(() => machine.evaluate(whole, scope));
  const isCode = [...value].some(({ kind }) => kind === 'class' || kind === 'closure');
  return isCode || atom.unit?.code.exports?.size === 0 ? value : only(atom);
}

/** The module of a name, read; with `reaches`, also the folder that the module of that name lies in. */
function moduleAt(machine: Machine, name: string, from: DriverSource, reaches = ''): ModuleAtom | undefined {
  const unit = unitAt(machine, name, from);
  if (!unit && (reaches === '' || reaches === name || !machine.sourceAt(reaches, from))) return undefined;
  const key = unit ? unit.source.uri : `${from.uri}\n${name}`;
  const known = machine.namespaces.get(key);
  if (known) return known;
  const atom: ModuleAtom = { kind: 'module', name, from, unit };
  machine.namespaces.set(key, atom);
  if (machine.isDriverRunning) prepareForDrivers(machine);
  return atom;
}

function unitAt(machine: Machine, name: string, from: DriverSource): ModuleUnit | undefined {
  const source = machine.sourceAt(name, from);
  if (!source) return undefined;
  const known = machine.units.get(source.uri);
  if (known ?? machine.units.size > MAX_MODULES) return known;
  return machine.aside(() => runModule(machine, source, machine.translated(source)));
}

/** `drivers` and `base`, `..` and `base` */
function joined(module: string, member: string): string {
  return module.endsWith('.') ? module + member : `${module}.${member}`;
}
