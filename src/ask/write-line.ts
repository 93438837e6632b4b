import type { Ask } from '../kernel/ask.ts';
import { isScheduleAsk, writeScheduleLine } from './build-schedule-ask.ts';
import { writeSourceLine } from './build-source-ask.ts';
import { writeWatchLine } from './build-watch-ask.ts';
import { splitLine } from './split-line.ts';

/** Words as they must be typed to be read back the same: in quotation marks when a lead word or a filter stands in them. */
function typed(words: string, lead?: string): string {
  const plain = splitLine(words).every((token) => !token.filter && token.text.toLowerCase() !== lead);
  return plain ? words : `"${words}"`;
}

/** A claimed quotation; where marks inside it would leave a lead word or a filter bare they give way to one pair around it all. */
function claimed(quotation: string): string {
  if (!/["“”„«»]/.test(quotation)) return typed(quotation, 'by');
  const bare = splitLine(quotation).filter((token) => !token.quoted);
  const plain = bare.every((token) => !token.filter && token.text.toLowerCase() !== 'by');
  return plain
    ? quotation
    : `"${quotation
        .replace(/["“”„«»]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()}"`;
}

/** The typed line that reads back as this Ask; what a button carries. */
export function writeLine(ask: Ask): string {
  if (ask.kind === 'help') return ask.command ? `help ${ask.command}` : 'help';
  if (ask.kind === 'add' || ask.kind === 'remove' || ask.kind === 'sources') return writeSourceLine(ask);
  if (ask.kind === 'watch' || ask.kind === 'watches' || ask.kind === 'unwatch') return writeWatchLine(ask);
  if (isScheduleAsk(ask)) return writeScheduleLine(ask);
  if (ask.kind === 'context') return `context ${ask.quotation}`;
  const { by, in: outlet } = ask.filters;
  const ingested = ask.kind === 'brief' ? ask.ingested : ask.filters.ingested;
  const since = ingested?.after ?? ask.filters.since;
  const until = ingested?.until ?? ask.filters.until;
  const parts = [
    ask.kind,
    ...(ask.kind === 'who said' || ask.kind === 'find' ? [typed(ask.words)] : []),
    ...(ask.kind === 'figures' && ask.words ? [typed(ask.words)] : []),
    ...(ask.kind === 'check' ? [claimed(ask.quotation)] : []),
    ...(ask.kind === 'said' || ask.kind === 'who is' ? [typed(ask.person, 'about')] : []),
    ...(ask.kind === 'said' && ask.about ? ['about', typed(ask.about)] : []),
    ...(by ? [`by:"${by}"`] : []),
    ...(outlet ? [`in:"${outlet}"`] : []),
    ...(since ? [`since:${since}`] : []),
    ...(until ? [`until:${until}`] : []),
    ...(ask.page > 1 ? [`page:${ask.page}`] : []),
  ];
  return parts.join(' ');
}
