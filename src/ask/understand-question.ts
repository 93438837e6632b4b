import { DateTime } from 'luxon';
import type { Ask, AskValues } from '../kernel/ask.ts';
import { type DayContext, resolveDay } from './resolve-day.ts';
import type { TypedToken } from './split-line.ts';
import { takeFilters } from './take-filters.ts';

/** A question in plain English, read as a command and its values. */
export interface Understood {
  readonly command: Ask['kind'];
  readonly values: AskValues;
  /** False where no pattern matched and the words are simply looked up. */
  readonly sure: boolean;
}

const POLITE =
  /^(?:(?:hi|hey|hello|ok|okay|so|and|please|pls|verbatim)[,!]?\s+)*(?:(?:can|could|would|will) (?:you|we|i)\s+(?:please\s+)?|(?:please|pls)\s+)?(?:(?:tell|show|give) (?:me|us)\s+(?!about\b)|find out\s+|do (?:you|we) know\s+|i(?:['’]d| would) like to know\s+|i(?:['’]m| am) looking for\s+|(?:remind me|let me know)\s+)?(?:please\s+)?/iu;

const SAID =
  'said|say|says|saying|told|tell|claimed|claim|called|call|argued|argue|warned|warn|wrote|write|promised|promise|described|describe|mentioned|mention|complained|complain|suggested|suggest|stated|state|insisted|insist|admitted|admit|denied|deny|announced|announce|used the (?:words?|phrase)|use the (?:words?|phrase)|talked about|talk about|spoke (?:about|of)|speak (?:about|of)|coined';
const ON = 'about|on|regarding|concerning|of|to|re';

interface Pattern {
  readonly shape: RegExp;
  readonly command: Ask['kind'];
}

/** Named groups are the values of the command; the first shape that matches the whole question wins. */
const PATTERNS: readonly Pattern[] = [
  {
    shape: new RegExp(
      `^(?:who(?:['’]s| is| was| has)?|which (?:person|official|senator|politician|speaker)|what (?:person|official)) (?:it (?:was )?(?:that|who) |(?:the one|the person) (?:that|who) )?(?:${SAID})\\s+(?:that\\s+)?(?<words>.+)$`,
      'iu',
    ),
    command: 'who said',
  },
  {
    shape: /^who (?:was it|is it|were they) (?:that|who) \w+\s+(?:that\s+)?(?<words>.+)$/iu,
    command: 'who said',
  },
  {
    shape: new RegExp(
      `^(?:is|was|isn['’]t) it (?:true|right|correct|a fact) that (?<by>.+?) (?:really |actually |ever |once |has |had )*(?:${SAID})\\s+(?:that\\s+)?(?<quotation>.+)$`,
      'iu',
    ),
    command: 'check',
  },
  {
    shape:
      /^(?:verify|fact[- ]?check|double[- ]?check|(?:is|was) (?:this|that|the) (?:quote|quotation) (?:right|correct|real|accurate|true|exact))(?::|,)?\s+(?<quotation>.+?)(?:\s+by\s+(?<by>\p{Lu}\S*(?:\s\S+){0,3}))?$/iu,
    command: 'check',
  },
  {
    shape: new RegExp(
      `^(?:did|has|have) (?<person>.+?) (?:really |actually |ever |once )*(?:say|said|tell us|told us) (?:anything|something|much|more|a word)(?: new)?(?:\\s+(?:${ON})\\s+(?<about>.+))?$`,
      'iu',
    ),
    command: 'said',
  },
  {
    shape: new RegExp(
      `^(?:did|has|have) (?<by>.+?) (?:ever |once )*(?:really|actually|truly|indeed|ever) (?:${SAID})\\s+(?:that\\s+)?(?<quotation>.+)$`,
      'iu',
    ),
    command: 'check',
  },
  {
    shape: new RegExp(
      `^(?:when|where|why|how often)? ?(?:did|does|has|have) (?<by>.+?) (?:really |actually |ever |once )*(?:${SAID})\\s+(?:that\\s+)?(?<words>.+)$`,
      'iu',
    ),
    command: 'who said',
  },
  {
    shape: new RegExp(
      `^what (?:all )?(?:did|does|do|has|have|had|was|were|is|are) (?<person>.+?) (?:really |actually |ever |already |so far )*(?:say|said|saying|tell|told|telling|think|thinking|claim|claimed|write|written|argue|argued|state|stated|announce|announced|respond|responded|comment|commented)(?: (?:us|reporters|them|me))?(?:\\s+(?:${ON})\\s+(?<about>.+))?$`,
      'iu',
    ),
    command: 'said',
  },
  {
    shape: new RegExp(
      `^how (?:did|does|has|have) (?<person>.+?) (?:respond(?:ed)?|react(?:ed)?|answer(?:ed)?|repl(?:y|ied))(?:\\s+(?:${ON})\\s+(?<about>.+))?$`,
      'iu',
    ),
    command: 'said',
  },
  {
    shape: new RegExp(
      `^what(?:['’]s| is| was| are| were) (?<person>.+?)['’]s? (?:position|view|views|stance|take|response|comments?|words|opinion|statements?|quotes?)(?:\\s+(?:${ON})\\s+(?<about>.+))?$`,
      'iu',
    ),
    command: 'said',
  },
  {
    shape: new RegExp(
      `^(?:any(?:thing)?|all|the|some)? ?(?:quotes?|quotations?|statements?|comments?|words|remarks|anything) (?:by|from) (?<person>.+?)(?:\\s+(?:${ON})\\s+(?<about>.+))?$`,
      'iu',
    ),
    command: 'said',
  },
  { shape: /^(?:who(?:['’]s| is| was| are| were| exactly is)|whos)\s+(?<person>.+)$/iu, command: 'who is' },
  {
    shape: /^what(?:['’]s| is| was) (?<person>\p{Lu}.+?)['’]s? (?:role|job|title|position|office)$/u,
    command: 'who is',
  },
  {
    shape:
      /^(?:what(?:['’]s| is| has been)?|anything|something|is there anything|any|got anything|have we anything) (?:new|news|latest|happening|happened|going on|the latest|the news)(?: articles?| stories| items?)?(?: today| here| in here| on the desk)?$/iu,
    command: 'latest',
  },
  {
    shape:
      /^(?:the )?(?:latest|newest|recent|most recent|new)(?: news| articles?| stories| items?| pieces| reports?)?$/iu,
    command: 'latest',
  },
  { shape: /^what (?:happened|came in|has come in|did we get)$/iu, command: 'latest' },
  {
    shape: new RegExp(
      `^(?:(?:what|anything|any|which|how many|is there|are there|do we have|have we|what do we have|what have we(?: got)?|got|all|the|latest|newest|recent)\\s+)*(?:articles?|stories|story|news|coverage|reports?|reporting|pieces|anything|something|information|info)?\\s*(?:${ON}|mentioning|covering|that mentions?)\\s+(?<words>.+)$`,
      'iu',
    ),
    command: 'find',
  },
  {
    shape: /^(?:what(?:['’]s| is) )?the (?:latest|newest|news) (?:on|about|from|regarding)\s+(?<words>.+)$/iu,
    command: 'find',
  },
  {
    shape:
      /^(?<person>\p{L}[^\s]*(?: \p{L}[^\s]*){0,3}?)(?:['’]s?)? (?:quotes?|quotations?|statements?|remarks)$/iu,
    command: 'said',
  },
  { shape: /^(?:search|look)(?: up| for)?(?: articles?(?: about| on)?)?\s+(?<words>.+)$/iu, command: 'find' },
  { shape: /^tell (?:me|us) about\s+(?<words>.+)$/iu, command: 'find' },
  {
    shape:
      /^(?:help(?: me| us)?|what can (?:you|i|we) (?:do|ask)(?: (?:you|here))?|how (?:does this|do you) work|commands?|hi|hello|hey)$/iu,
    command: 'help',
  },
];

/**
 * A question in plain English → a command and its values, or null when there is nothing to look up. A line that no pattern fits is
 * looked up as it stands (`sure` false): quoted words as `who said`, others as `find`.
 */
export function understandQuestion(tokens: readonly TypedToken[], context: DayContext): Understood | null {
  const { plain, filters } = takeFilters(tokens, context);
  const typed = plain.map((token) => token.text).join(' ');
  const question = typed.replace(/[\s?!.…]+$/u, '').replace(POLITE, '');
  const { text, days } = takeDays(question, context);
  for (const { shape, command } of PATTERNS) {
    const match = shape.exec(text);
    if (match) return { command, values: { ...named(match.groups), ...days, ...filters }, sure: true };
  }
  const quoted = plain.filter((token) => token.quoted);
  const values = { ...days, ...filters };
  if (quoted.length && quoted.some((token) => token.text.includes(' ')))
    return {
      command: 'who said',
      values: { words: quoted.map((token) => token.text).join(' '), ...values },
      sure: true,
    };
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  return { command: 'find', values: { words: text, ...values }, sure: false };
}

/** “Did he really say …” claims no speaker that an archive could know. */
function named(groups: Record<string, string> | undefined): Record<string, string> {
  const { by, ...others } = groups ?? {};
  return by && !/^(?:he|she|it|they|we|any(?:one|body)|some(?:one|body))$/iu.test(by)
    ? { ...others, by }
    : others;
}

interface Dated {
  readonly text: string;
  readonly days: { readonly since?: string; readonly until?: string };
}

/** "… since Monday", "… before October 2023" at the end of a question, taken off as filters. */
function takeDays(question: string, context: DayContext): Dated {
  const match = /^(.*?)\s*\b(since|after|from|until|till|before|up to)\s+([^\s].{0,40})$/iu.exec(question);
  if (!match) return { text: question, days: {} };
  const [, text = '', word = '', when = ''] = match;
  const edge = /since|after|from/i.test(word) ? 'since' : 'until';
  const beyond = /after|before/i.test(word);
  // "before November" ends the day before its first; "after Monday" begins the day after it.
  const day = resolveDay(when, beyond === (edge === 'since') ? 'until' : 'since', context);
  if (!day) return { text: question, days: {} };
  const shift = edge === 'since' ? 1 : -1;
  const kept = beyond ? DateTime.fromISO(day, { zone: 'utc' }).plus({ days: shift }).toISODate() : day;
  return kept ? { text, days: { [edge]: kept } } : { text: question, days: {} };
}
