/** A set of values, or all values but those of a set. Nothing in it ever changes. */
export class ValueSet {
  static readonly all = new ValueSet(new Set(), true);
  static readonly none = new ValueSet(new Set(), false);

  private constructor(
    /** Those that are in the set; of an `open` one, those that are not. */
    readonly named: ReadonlySet<string>,
    /** Whether every value is in the set that is not `named`. */
    readonly open: boolean,
  ) {}

  static of(values: Iterable<string>): ValueSet {
    return new ValueSet(new Set(values), false);
  }

  get isEmpty(): boolean {
    return !this.open && this.named.size === 0;
  }

  get isAll(): boolean {
    return this.open && this.named.size === 0;
  }

  has(value: string): boolean {
    return this.named.has(value) !== this.open;
  }

  /** All values that are not in this one. */
  inverse(): ValueSet {
    return new ValueSet(this.named, !this.open);
  }

  intersect(other: ValueSet): ValueSet {
    if (this.isAll) return other;
    if (other.isAll) return this;
    if (this.open && other.open) return new ValueSet(new Set([...this.named, ...other.named]), true);
    const [closed, rest] = this.open ? [other, this] : [this, other];
    return new ValueSet(new Set([...closed.named].filter((value) => rest.has(value))), false);
  }

  union(other: ValueSet): ValueSet {
    return this.inverse().intersect(other.inverse()).inverse();
  }
}
