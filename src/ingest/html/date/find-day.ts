import { fromAddress } from './find-day-in-address.ts';
import { changedDays, fromChanged, fromCreated, fromData, fromMetadata } from './find-day-in-metadata.ts';
import { fromLines, fromMarks, fromOpening, fromTimes } from './find-day-on-page.ts';
import type { FoundDay, PageDates } from './found-day.ts';

/** The publication date from the most trusted place that states one; null when the page states none. */
export function findDay(page: PageDates): FoundDay | null {
  const told = fromMetadata(page);
  const shown = showing(page);
  if (told && shown && told.day !== shown.day)
    return prefersShown(page, told, shown) ? { ...shown, otherwise: told.day } : told;
  return (
    told ??
    shown ??
    fromOpening(page) ??
    fromMarks(page, 'mark') ??
    fromLines(page, 'line above the text') ??
    fromAddress(page) ??
    fromLines(page, 'line below the text') ??
    fromCreated(page) ??
    fromTimes(page, false) ??
    fromData(page) ??
    fromChanged(page)
  );
}

/** The date that the page displays beside its headline, or null. */
function showing(page: PageDates): FoundDay | null {
  return (
    fromTimes(page, true) ?? fromLines(page, 'line beside the headline') ?? fromMarks(page, 'published mark')
  );
}

const DAY_MS = 86_400_000;

/**
 * Whether the displayed date wins over a different date in the metadata. Metadata often gives the same
 * instant in UTC, one day off. A page that displays only the date of its last change is cited by that date.
 */
function prefersShown(page: PageDates, told: FoundDay, shown: FoundDay): boolean {
  if (Math.abs(Date.parse(shown.day) - Date.parse(told.day)) <= DAY_MS) return true;
  return changedDays(page).has(shown.day);
}
