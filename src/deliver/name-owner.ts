import { hostname } from 'node:os';

/** A name for this process among all that may use the archive: machine, process and a number of its own, as a process id comes again. */
export function nameOwner(pid: number, random: () => number): string {
  return `${hostname()}:${pid}:${Math.floor(random() * 1e12).toString(36)}`;
}

/** Whether the process of that name may still be at work; `runs` tells of a process id on this machine. Of other machines nothing is known. */
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
