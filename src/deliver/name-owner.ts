import { hostname } from 'node:os';

/**
 * Names this process as lease holder: host, process id and a random part, because operating systems reuse
 * process ids.
 */
export function nameOwner(pid: number, random: () => number): string {
  return `${hostname()}:${pid}:${Math.floor(random() * 1e12).toString(36)}`;
}

/**
 * Whether the process of this name may still be running. `runs` checks a process id on this machine.
 * Processes on other machines count as running, because they cannot be checked.
 */
export function ownerMayLive(owner: string, self: string, runs: (pid: number) => boolean): boolean {
  if (owner === self) return true;
  const [host, pid] = place(owner);
  const [here, own] = place(self);
  if (host !== here) return true;
  return pid !== own && runs(pid);
}

function place(owner: string): [string, number] {
  const parts = owner.split(':');
  return [parts.slice(0, -2).join(':'), Number(parts.at(-2))];
}
