import type { Attributed } from './attribute-quotations.ts';
import type { Mention } from './names/mention.ts';
import type { Paragraph } from './reading/parse-article.ts';

/**
 * Gives a quotation after a relayed one to the speaker, not to the outlet. In `"…," Sullivan said Monday,
 * according to the Post. "…"`, the second quotation is Sullivan's as well, with the probabilities of both
 * added up.
 */
export function skipRelays(found: readonly Attributed[]): Attributed[] {
  const out: Attributed[] = [];
  for (const each of found) {
    const before = out.at(-1);
    const relay = each.candidate.mention;
    const speaker = before?.candidate.mention;
    const goesOn =
      before?.paragraph === each.paragraph &&
      relay &&
      speaker &&
      relay.last <= each.context.at &&
      before.context.at < speaker.first &&
      isRelayOf(each.paragraph, relay, speaker);
    out.push(goesOn ? givenTo(each, before) : each);
  }
  return out;
}

/** Whether "according to" stands right before the relay, and the speaker earlier in the same sentence. */
function isRelayOf({ index, tokens, classes }: Paragraph, relay: Mention, speaker: Mention): boolean {
  if (relay.paragraph !== index || speaker.paragraph !== index || relay.sentence !== speaker.sentence)
    return false;
  const lead = /^(?:the|a|an)$/.test(tokens[relay.first - 1]?.lower ?? '') ? relay.first - 1 : relay.first;
  return speaker.first < relay.first && tokens[lead - 1]?.lower === 'to' && classes[lead - 2] === 'A';
}

function givenTo(each: Attributed, { candidate }: Attributed): Attributed {
  const { candidates, totals } = each;
  const relayed = totals[candidates.indexOf(each.candidate)] ?? 1;
  const own = totals[candidates.findIndex(({ mention }) => mention === candidate.mention)] ?? 0;
  return { ...each, candidate, probability: Math.min(1, (each.probability * (relayed + own)) / relayed) };
}
