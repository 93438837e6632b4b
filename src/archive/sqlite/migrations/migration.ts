/** One forward step of the archive's schema. Once released, its SQL and its functions must not change; comments may. */
export interface Migration {
  /** 1, 2, 3 …, without gaps. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SQL functions that `sql` calls, by name: copies that stand beside the migration, because live code may change. */
  readonly functions?: Readonly<Record<string, (text: string) => string>>;
  /** SHA-256 of the whole text, comments included, hex: what builds before migration 11 recorded. */
  readonly textHash?: string;
}
