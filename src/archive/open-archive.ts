import { Fault } from '../kernel/fault.ts';
import type { ArchivePlace } from '../kernel/settings/archive-place.ts';
import type { Archive } from './port.ts';
import { openSqliteArchive } from './sqlite/open-archive.ts';

/** Opens the archive at a place with the engine that stores it. Throws a Fault where it cannot be opened. */
export function openArchive(place: ArchivePlace): Archive {
  switch (place.kind) {
    case 'file':
      return openSqliteArchive({ file: place.path });
    case 'url':
      // The URL may hold a password, so the message must not repeat it.
      throw new Fault(
        'archive-unwritable',
        'The archive is given as a URL, and there is no such store yet.',
        {
          remedy: 'Name a file with --archive or VERBATIM_ARCHIVE, or as `archive` in the desk’s file.',
        },
      );
    default:
      return place satisfies never;
  }
}
