/** What the command leaves with: a contract with scripts. */
export const EXIT = { done: 0, nothing: 1, usage: 2, fault: 3 } as const;

/** What was handed in cannot be taken, through no fault of the program: one plain line, exit code 1. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly where: string;
  readonly reason: string;

  constructor(where: string, reason: string) {
    super(`${where}: ${reason}.`);
    this.where = where;
    this.reason = reason;
  }
}
