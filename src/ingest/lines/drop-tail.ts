import type { LineLabel } from './lines.ts';
import { isAboutWriter, type ShapedLine } from './shape-line.ts';

/** Notices that publishers print only below a text. Tested on folded lines without quotation marks. */
const CLOSING: readonly RegExp[] = [
  /\bcookies?\b.{0,200}\b(?:web ?sites?|browsers?|privacy|consent|advertis\w+)\b|\b(?:web ?sites?|browsers?|privacy|advertis\w+)\b.{0,200}\bcookies\b/,
  /\bopt[- ]out (?:of|from)\b.{0,120}\b(?:cookies|sale|tracking|reports|lists|personal information)\b/,
  /\b(?:be respectful of|our comment(?:ing|s)? (?:policy|guidelines|rules)|sign in and join our community)\b/,
  /\b(?:can be reached (?:at|on)|(?:e-?mail|contact|reach) (?:us|him|her|them|me|the (?:author|writer|reporter|editor))(?: at| on)?|(?:submit|send) .{2,60} to|e-?mail:?) \S{1,60}@\S/,
  /\bfollow (?:us|him|her|them|me|@\S{1,40}|\S{1,20} \S{1,20}) on (?:twitter|x\b|facebook|instagram|threads|linkedin|bluesky|mastodon|tiktok|youtube)/,
  /\binformation (?:provided|contained|presented) (?:on|in) this (?:web ?site|article|page)\b|\b(?:for|is for) (?:educational|informational)(?: and informational)? purposes only\b/,
  /\b(?:do|does) not own (?:any )?shares in any\b|\bget a share of the sale\b|\bregistered trademarks? of\b|\bnot been evaluated by the\b|\bgambl(?:e responsibly|ing problem\?)/,
  /\bet al\.[ ,]|\bdoi: ?10\.|\bpeer-reviewed studies, to support\b/,
  /\bjournalistic mission is to\b|\bis an independent (?:global )?news organi[sz]ation\b/,
  /\b(?:this (?:episode|podcast|show) was (?:produced|edited)|this (?:story|article) will appear in the|(?:story|article) has been updated to)\b/,
  /\b(?:daily|weekly) e-?mail (?:update|digest)\b|\bdelivered (?:through|to) your (?:letterbox|door)\b|\bsubscribe to our\b|\bthis as a free service\b|\byour contribution\b|\bcontributions are (?:not )?tax-deductible\b/,
  /\b(?:price of|cost of) (?:a|one) (?:cup of )?coffee\b|\bwe need your (?:help|support)\b|\bhelp (?:us )?(?:keep|secure|support|fund) (?:our|local|independent|the future of)\b|\bfor as little as (?:rs\.? ?|[$€£₹])\d/,
  /\b(?:sign(?:ing)? up|register|subscribe) (?:for|to) (?:my|our|the|an?) (?:\S{1,20} ){0,3}(?:newsletters?|e-?course|alerts?|e-?mails?|id|updates?|magazine)\b|\bclick here (?:for more|to (?:get|sign|read|learn|see|subscribe|join))\b/,
  /^(?:get|unlock|discover|enjoy|keep) (?:access|a world|the (?:day|week|latest|best)|exclusive|unlimited|an eye on your)\b|\blisten to .{2,40} (?:live|weekdays)\b|\b(?:has been|was|this story was) (?:updated|corrected|amended) to (?:clarify|correct|reflect)\b/,
];

function isClosing(line: ShapedLine): boolean {
  if (isAboutWriter(line)) return true;
  return !/["«»]/u.test(line.folded) && CLOSING.some((pattern) => pattern.test(line.folded));
}

/** Other paragraphs may stand between the notices, up to this share of the text's words. */
const AMONG = 0.12;

/** Relabels a publisher's notices at the end of a text, and a subhead that precedes them. Changes `labels`, which begin at line `start`. */
export function dropTail(lines: readonly ShapedLine[], start: number, labels: LineLabel[]): void {
  const words = (offset: number) => lines[start + offset]?.words ?? 0;
  const all = labels.reduce((sum, label, offset) => sum + (label === 'body' ? words(offset) : 0), 0);
  let from = labels.length;
  let among = 0;
  for (let offset = labels.length - 1; offset > 0 && among <= all * AMONG; offset -= 1) {
    const line = lines[start + offset];
    if (labels[offset] !== 'body' || !line) continue;
    if (isClosing(line)) from = offset;
    else among += line.words;
  }
  for (let offset = labels.length - 1; offset > 0; offset -= 1) {
    const line = lines[start + offset];
    if (offset >= from && labels[offset] === 'body')
      labels[offset] = line && isAboutWriter(line) ? 'credit' : 'furniture';
    else if (labels[offset] === 'subhead') labels[offset] = 'furniture';
    else if (labels[offset] === 'body') return;
  }
}
