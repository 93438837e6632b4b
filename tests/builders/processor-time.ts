/**
 * Runs some work; gives its result and the processor time that it took, in ms. Processor time hardly depends on what
 * else the machine does; wall time does.
 */
export async function processorTime<T>(work: () => T): Promise<{ ms: number; made: Awaited<T> }> {
  const before = process.cpuUsage();
  const made = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1_000, made };
}
