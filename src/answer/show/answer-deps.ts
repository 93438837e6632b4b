import type { Archive, SpeakerRecord } from '../../archive/port.ts';
import type { Asker } from '../../kernel/asker.ts';
import type { CommandDefinition } from '../../kernel/command.ts';
import type { DeskConfig } from '../../kernel/settings/desk-config.ts';
import type { SourceDoor } from '../../kernel/source-door.ts';

/** A speaker the desk can name: as the archive has met them, with what the roster knows. */
export interface Person extends SpeakerRecord {
  readonly aliases: readonly string[];
  readonly rosterRole: string | null;
}

/** What every command answers from. */
export interface AnswerDeps {
  readonly archive: Pick<Archive, 'search' | 'directory' | 'watches' | 'schedules' | 'deliveries'>;
  /** Everyone in the archive or on the roster, the most quoted first. */
  readonly people: readonly Person[];
  readonly outlets: readonly string[];
  readonly commands: readonly CommandDefinition[];
  /** What the desk reads. */
  readonly sources: SourceDoor;
  readonly desk: DeskConfig;
  readonly asker: Asker;
  readonly now: Date;
}

/** How many utterances or articles one page shows. */
export const PAGE_SIZE = 5;
