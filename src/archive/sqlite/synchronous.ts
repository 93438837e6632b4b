/** The port's methods as SQLite answers them: at once. */
export type Synchronous<Port> = {
  [Name in keyof Port]: Port[Name] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Result
    : never;
};
