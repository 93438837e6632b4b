/**
 * What some work made, and how long the processor was busy with it, in ms: unlike the clock on the wall, hardly more on a machine that
 * does other things besides.
 */
export async function processorTime<T>(work: () => T): Promise<{ ms: number; made: Awaited<T> }> {
  const before = process.cpuUsage();
  const made = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1_000, made };
}
