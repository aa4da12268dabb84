/** What was read last of the files of each name: the hosts of a cloud have files that are copies of each other, or nearly so. */
export class LastRead<Value> {
  readonly #byName = new Map<string, Value>();
  #last: Value | undefined;

  /** What is most likely to be like a file of this name: one of the same name, else the last one. */
  like(name: string): Value | undefined {
    return this.#byName.get(name) ?? this.#last;
  }

  add(name: string, value: Value): void {
    this.#byName.set(name, value);
    this.#last = value;
  }
}
