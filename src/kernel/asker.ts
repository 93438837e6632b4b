/** The short name of a platform, as its adapter gives it and the archive stores it. */
export type PlatformId = string;

/**
 * The platform of this machine: its terminal and command line. It has no accounts; its person owns the
 * archive.
 */
export const LOCAL_PLATFORM: PlatformId = 'console';

/** A place something can be delivered to: a channel, or one person's direct messages. */
export interface Destination {
  readonly platform: PlatformId;
  /** The platform's id of the channel; of a person for direct messages; `terminal` on the machine itself. */
  readonly channel: string;
  readonly direct: boolean;
  /** The name that people know: “#china-desk”, “direct messages”. */
  readonly name: string;
}

/** Two destinations are the same where their keys are equal. Alerts and claims store keys, so the format must stay. */
export function destinationKey({ platform, channel, direct }: Destination): string {
  return JSON.stringify([platform, channel, direct]);
}

export function sameDestination(a: Destination, b: Destination): boolean {
  return destinationKey(a) === destinationKey(b);
}

/** The direct messages of a person; `person`: the platform's id. */
export function directMessages(platform: PlatformId, person: string): Destination {
  return { platform, channel: person, direct: true, name: 'direct messages' };
}

/** The person who asks, where, and with which rights. The adapter gives it; a typed line cannot change it. */
export interface Asker {
  /** The platform's id of the person. */
  readonly id: string;
  readonly name: string;
  /** Whether they may change what the desk reads and sends. */
  readonly editor: boolean;
  /** Whom to ask when a change is refused: “an admin of this workspace”. */
  readonly editors: string;
  /** IANA zone of their profile; null where the platform tells none. */
  readonly zone: string | null;
  /** Country they chose or live in (ISO 3166 alpha-2); null where the platform tells none. */
  readonly country: string | null;
  /** Where they asked. */
  readonly at: Destination;
}

const TERMINAL: Destination = {
  platform: LOCAL_PLATFORM,
  channel: 'terminal',
  direct: true,
  name: 'this terminal',
};

/** The person at the machine, who owns the archive and may do everything. */
export const OWNER: Asker = {
  id: 'owner',
  name: 'the owner of this machine',
  editor: true,
  editors: 'the owner of this machine',
  zone: null,
  country: null,
  at: TERMINAL,
};

/** An unknown person, who may only read. */
export const ANYBODY: Asker = { ...OWNER, id: 'anybody', name: 'somebody', editor: false };
