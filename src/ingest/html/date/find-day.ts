import { fromAddress } from './find-day-in-address.ts';
import { changedDays, fromChanged, fromCreated, fromData, fromMetadata } from './find-day-in-metadata.ts';
import { fromLines, fromMarks, fromOpening, fromTimes } from './find-day-on-page.ts';
import type { FoundDay, PageDates } from './found-day.ts';

/** The day a page states for itself, by the most trusted of its statements; null when it states none. */
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

/** The day a page shows its reader beside the headline. */
function showing(page: PageDates): FoundDay | null {
  return (
    fromTimes(page, true) ?? fromLines(page, 'line beside the headline') ?? fromMarks(page, 'published mark')
  );
}

const DAY_MS = 86_400_000;

/**
 * Whether the day shown is the page's own although its metadata states another: metadata often has the same moment in UTC, a day
 * off; and a page that shows only the day of its last change is cited by that day.
 */
function prefersShown(page: PageDates, told: FoundDay, shown: FoundDay): boolean {
  if (Math.abs(Date.parse(shown.day) - Date.parse(told.day)) <= DAY_MS) return true;
  return changedDays(page).has(shown.day);
}
