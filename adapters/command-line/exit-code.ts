/** Exit codes of the `verbatim` command. Scripts depend on them. */
export const EXIT = { done: 0, nothing: 1, usage: 2, fault: 3 } as const;

/**
 * Input that cannot be accepted, through no fault of the program. It is reported as one plain line with exit
 * code 1.
 */
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
