/** A port with synchronous methods, as SQLite implements it. */
export type Synchronous<Port> = {
  [Name in keyof Port]: Port[Name] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Result
    : never;
};
