import type { Filters } from '../../kernel/ask.ts';
import { dayText } from '../../text/day-text.ts';

/** Describes filters: “by Burns, in GV Wire, since 1 Oct 2023”, or an empty string. */
export function describeFilters({ by, in: outlet, since, until }: Filters): string {
  return [
    by && `by ${by}`,
    outlet && `in ${outlet}`,
    since && `since ${dayText(since)}`,
    until && `until ${dayText(until)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

export function withFilters(title: string, filters: Filters): string {
  const described = describeFilters(filters);
  return described ? `${title} (${described})` : title;
}
