import { readFileSync } from 'node:fs';

/** What a piece of work took, in ms. */
export interface Took {
  readonly wallMs: number;
  /** Of the processor by all threads of this process: the work's own, and those of V8's compiler and collector beside it. */
  readonly cpuMs: number;
  /** Of the processor by the thread that does the work; null where the system does not tell (it does on Linux). */
  readonly ownMs: number | null;
}

/** Processor time of this process's main thread so far, in ms; the first number of schedstat is ns (Linux, scheduler/sched-stats). */
function ownCpuMs(): number | null {
  try {
    const [ns] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(ns) / 1e6;
  } catch {
    return null;
  }
}

/** Does a piece of work and says what it took. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly took: Took }> {
  const own = ownCpuMs();
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const after = ownCpuMs();
  const ownMs = own === null || after === null ? null : after - own;
  return { result, took: { wallMs, cpuMs: (user + system) / 1_000, ownMs } };
}

/** Bytes a ms, which is KB/s, rounded. */
export const pace = (bytes: number, ms: number | null): string =>
  ms === null ? '-' : `${Math.round(bytes / ms)} KB/s`;

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
