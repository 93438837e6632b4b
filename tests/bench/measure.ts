/** What a piece of work took, in ms: by the clock, and of the processor (all threads of this process, so of one core and the collector's). */
export interface Took {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Does a piece of work and says what it took. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly took: Took }> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { result, took: { wallMs, cpuMs: (user + system) / 1_000 } };
}

/** Bytes a ms, which is KB/s, rounded. */
export const pace = (bytes: number, ms: number): string => `${Math.round(bytes / ms)} KB/s`;

export const ms = (took: number): string => `${took < 100 ? took.toFixed(1) : Math.round(took)} ms`;

/** Rows in columns: the first is left-aligned, the others right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
}
