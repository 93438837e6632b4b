import type { Destination } from '../asker.ts';
import type { RosterEntry } from '../roster.ts';
import type { ArchivePlace } from './archive-place.ts';

/** A desk is configuration: everything the code knows about a topic stands here. */
export interface DeskConfig {
  /** As readers see it: "Fentanyl talks". */
  readonly name: string;
  /** The slash command without its slash, `[a-z0-9_-]{1,32}`. */
  readonly command: string;
  readonly summary: string;
  /** IANA zone in which "today" and "Monday" are meant. */
  readonly zone: string;
  /** Three lines a newcomer is offered; each finds something on this desk's own articles. */
  readonly tryLines: readonly string[];
  /** By command, typed lines that find something on this desk's own articles. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly roster: readonly RosterEntry[];
  /** Absolute paths of the articles the archive is made from on first use. */
  readonly articles: readonly string[];
  /** Words and phrases of which an article from a general feed must hold one; empty: everything is taken. */
  readonly topic: readonly string[];
  /** Feeds that are followed from the first start on; `topic`: only what touches the topic is taken. */
  readonly sources: readonly {
    readonly url: string;
    readonly name: string | null;
    readonly topic: boolean;
  }[];
  /**
   * Lookups that are sent when they are due, beside what editors schedule in chat; `zone`: the desk's where
   * null.
   */
  readonly schedules?: readonly {
    /** As typed: `weekdays at 08:00`. */
    readonly when: string;
    readonly line: string;
    readonly zone: string | null;
    readonly quiet: boolean;
    readonly to: Destination;
  }[];
  /**
   * Hours in which alerts wait unless a watch says otherwise, `22:00-07:00` in the desk’s zone; none where
   * left out.
   */
  readonly quiet?: string | undefined;
  /** Where the archive is when no setting or flag says so; the path is absolute. */
  readonly archive: ArchivePlace;
}
