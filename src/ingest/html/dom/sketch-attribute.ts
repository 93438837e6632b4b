/** An attribute of an element, as Readability reads and clones it. */
export class SketchAttribute {
  readonly name: string;
  readonly value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): SketchAttribute {
    return this;
  }
}

/** The names in a `class`, without duplicates. */
export const eachOnce = (names: string): string =>
  /\s/u.test(names) ? [...new Set(names.split(/\s+/u).filter(Boolean))].join(' ') : names;
