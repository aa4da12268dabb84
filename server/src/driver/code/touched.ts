import type { ClassCode, FunctionCode, Statement } from './code';
import { contentOf, namesOf, type Part, partsOf, visitParts } from './walk';

/** What the code of a function may do to what lies outside of it. */
export interface Touched {
  /** Variables that it mentions. */
  readonly mentioned: Set<string>;
  /** Variables whose list or dictionary it may change or pass on. */
  readonly names: Set<string>;
  /** Variables whose list or dictionary it may give to its caller. */
  readonly returned: Set<string>;
  /** Members of any object that it may change or pass on: `NAME` of `self.NAME`. */
  readonly members: Set<string>;
  /** Variables of surrounding code that it sets. */
  readonly setNames: Set<string>;
  /** Members of any object that it sets. */
  readonly setMembers: Set<string>;
}

/** What reading a collection, and no more, looks like. */
export interface ReadOnlyUses {
  /** Functions that change none of their arguments: `dict`, `len`. */
  readonly functions: Pick<ReadonlySet<string>, 'has'>;
  /** Methods that do not change their object: `get`, `items`. */
  readonly methods: ReadonlySet<string>;
  /** Methods that neither change nor keep their arguments: `update`. */
  readonly takingMethods: ReadonlySet<string>;
  /** Methods that change their first argument only: `assign`. */
  readonly mergingMethods: ReadonlySet<string>;
  /** Whether setting a member of a variable sets a key of a dictionary, as in JavaScript; `this` is no such variable. */
  readonly membersAreKeys: boolean;
}

/** The outermost functions of a module's code, methods among them. */
export function functionsIn(body: readonly Statement[]): FunctionCode[] {
  const found: FunctionCode[] = [];
  visitParts(body, (part) => {
    if (part.kind === 'function') found.push(part.code);
    return part.kind === 'class';
  });
  return found;
}

/** Reads what running `code`, and what is nested in it, may touch. */
export function touchedBy(code: FunctionCode | ClassCode, uses: ReadOnlyUses, into = nothingTouched()): Touched {
  new TouchScan(uses, into).code(code, new Set());
  return into;
}

export function nothingTouched(): Touched {
  return {
    mentioned: new Set(),
    names: new Set(),
    returned: new Set(),
    members: new Set(),
    setNames: new Set(),
    setMembers: new Set(),
  };
}

class TouchScan {
  constructor(
    private readonly uses: ReadOnlyUses,
    private readonly touched: Touched,
  ) {}

  code(code: FunctionCode | ClassCode, outer: ReadonlySet<string>): void {
    // The members of a class are no variables of its methods.
    this.body(code.body, 'parameters' in code ? new Set([...outer, ...code.locals]) : outer);
  }

  private body(body: readonly Statement[], own: ReadonlySet<string>): void {
    for (const statement of body) {
      const { expressions, body: nested } = contentOf(statement);
      for (const expression of expressions) {
        this.part(expression, own, true);
        if (statement.kind === 'return') this.returned(expression, own);
      }
      this.body(nested, statement.kind === 'block' ? new Set([...own, ...statement.names]) : own);
    }
  }

  /** Notes the variables that a returned value may be, or hold. */
  private returned(value: Part, own: ReadonlySet<string>): void {
    if (value.kind === 'name' && !own.has(value.name)) this.touched.returned.add(value.name);
    if (value.kind === 'function' || value.kind === 'class') return;
    for (const part of partsOf(value)) this.returned(part, own);
  }

  /** `readOnly` says whether what stands around `part` at most reads its value. */
  private part(part: Part, own: ReadonlySet<string>, readOnly: boolean): void {
    switch (part.kind) {
      case 'name':
        if (!own.has(part.name)) this.touched.mentioned.add(part.name);
        if (!readOnly) this.touch([part.name], own);
        return;
      case 'unread':
        this.touch(part.names, own);
        return;
      case 'member':
        if (!readOnly) this.touched.members.add(part.name.value);
        this.part(part.object, own, readOnly || part.object.kind === 'name');
        return;
      case 'item':
        this.part(part.key, own, true);
        this.part(part.object, own, readOnly || part.key.kind === 'text');
        return;
      case 'call':
        this.call(part, own);
        return;
      case 'assign':
      case 'extend':
      case 'remove':
        this.change(part, own);
        return;
      case 'function':
      case 'class':
        this.code(part.code, own);
        this.all(partsOf(part), own, false);
        return;
      case 'each':
        this.each(part, new Set([...own, ...part.names]), readOnly);
        return;
      case 'sequence':
        this.all(part.parts.slice(0, -1), own, true);
        this.all(part.parts.slice(-1), own, readOnly);
        return;
      case 'dictionary':
        for (const entry of part.entries) this.part(entry, own, entry.kind === 'spread');
        return;
      case 'either':
      case 'spread':
        this.all(partsOf(part), own, readOnly);
        return;
      case 'plain':
      case 'combine':
      case 'contains':
      case 'element':
        this.all(partsOf(part), own, true);
        return;
      default:
        this.all(partsOf(part), own, false);
    }
  }

  private each(part: Extract<Part, { kind: 'each' }>, own: ReadonlySet<string>, readOnly: boolean): void {
    this.all(part.steps, own, true);
    this.part(part.display, own, readOnly);
  }

  private touch(names: readonly string[], own: ReadonlySet<string>): void {
    for (const name of names) if (!own.has(name)) this.touched.names.add(name);
  }

  private all(parts: readonly Part[], own: ReadonlySet<string>, readOnly: boolean): void {
    for (const part of parts) this.part(part, own, readOnly);
  }

  private call(call: Extract<Part, { kind: 'call' }>, own: ReadonlySet<string>): void {
    const { callee } = call;
    const method = callee.kind === 'member' ? callee.name.value : undefined;
    const readsObject = method !== undefined && this.uses.methods.has(method);
    const readsArguments =
      callee.kind === 'name'
        ? this.uses.functions.has(callee.name)
        : method !== undefined && this.uses.takingMethods.has(method);
    if (callee.kind === 'member') this.part(callee.object, own, readsObject);
    else this.part(callee, own, true);
    for (const [index, part] of call.positional.entries())
      this.part(part, own, readsArguments || (index > 0 && this.isMerging(method)));
    for (const keyword of call.keywords) this.part(keyword, own, readsArguments || keyword.kind === 'spread');
  }

  private isMerging(method: string | undefined): boolean {
    return method !== undefined && this.uses.mergingMethods.has(method);
  }

  private change(part: Extract<Part, { kind: 'assign' | 'extend' | 'remove' }>, own: ReadonlySet<string>): void {
    for (const name of namesOf(part.target)) if (!own.has(name)) this.touched.setNames.add(name);
    this.target(part.target, own);
    if (part.kind !== 'remove') this.part(part.value, own, part.kind === 'extend');
  }

  private target(target: Part, own: ReadonlySet<string>): void {
    if (target.kind === 'member') {
      const { object, name } = target;
      const setsKey =
        this.uses.membersAreKeys && object.kind === 'name' && object.name !== 'this' && own.has(object.name);
      if (!setsKey) this.touched.setMembers.add(name.value);
      this.part(object, own, false);
    } else if (target.kind === 'item') {
      this.part(target.key, own, true);
      this.part(target.object, own, false);
    } else if (target.kind === 'assign') {
      this.target(target.target, own);
      this.part(target.value, own, false);
    } else if (target.kind === 'list' || target.kind === 'dictionary' || target.kind === 'spread') {
      for (const part of partsOf(target)) this.target(part, own);
    } else if (target.kind === 'entry') {
      this.target(target.value, own);
    } else {
      this.part(target, own, false);
    }
  }
}
