/** One forward step of the archive's shape; once released it is never changed. */
export interface Migration {
  /** 1, 2, 3 …, without gaps. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
