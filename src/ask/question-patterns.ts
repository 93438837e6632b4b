import type { Ask } from '../kernel/ask.ts';
import { SOURCE_PATTERNS } from './source-patterns.ts';

const SAID =
  'said|say|says|saying|told|tell|claimed|claim|called|call|argued|argue|warned|warn|wrote|write|promised|promise|described|describe|mentioned|mention|complained|complain|suggested|suggest|stated|state|insisted|insist|admitted|admit|denied|deny|announced|announce|used the (?:words?|phrase)|use the (?:words?|phrase)|talked about|talk about|spoke (?:about|of)|speak (?:about|of)|coined';
const ABOUT = 'about|on|regarding|concerning|of|re';
const ON = 'about|on|regarding|concerning|of|to|re';

interface Pattern {
  readonly shape: RegExp;
  readonly command: Ask['kind'];
}

/** Named groups are the values of the command; the first shape that matches the whole question wins. */
export const PATTERNS: readonly Pattern[] = [
  ...SOURCE_PATTERNS,
  {
    shape:
      /^(?:help(?: me| us)?|what can (?:you|i|we) (?:do|ask)(?: (?:you|here))?|how (?:does this|do you) work|how (?:do|can) i use (?:this|you)|(?:who|what) are you|commands?|hi|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you)(?:,? there|,? everyone|,? verbatim| a lot| so much| very much)?$/iu,
    command: 'help',
  },
  // Whom it was told to is no part of what was told.
  {
    shape:
      /^who (?:has |had )?(?:told|tell|tells|(?:said|wrote|explained|complained|admitted) to) (?:\S+ ){1,4}?that (?<words>.+)$/iu,
    command: 'who said',
  },
  { shape: /^who asked (?:(?:\S+ ){0,4}?(?:if|whether) )?(?<words>.+)$/iu, command: 'who said' },
  {
    shape: new RegExp(
      `^(?:did|has|have) (?:any(?:one|body)|some(?:one|body)) (?:ever )?(?:say|said|speak|spoken|talk|talked)(?: anything| something| a word)? (?:${ON}) (?<words>.+)$`,
      'iu',
    ),
    command: 'who said',
  },
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
      `^what (?:all )?(?:did|does|do|has|have|had|was|were|is|are) (?<person>.+?) (?:really |actually |ever |already |so far )*(?:say|said|saying|tell|told|telling|think|thinking|claim|claimed|write|written|argue|argued|state|stated|announce|announced|respond|responded|comment|commented)(?: (?:us|reporters|them|me))?(?: to .+?)?(?:\\s+(?:${ABOUT})\\s+(?<about>.+))?$`,
      'iu',
    ),
    command: 'said',
  },
  {
    shape: /^what (?:did|does|has|had) (?<person>.+?) (?:ask|asked)(?: .+?)?(?: about (?<about>.+))?$/iu,
    command: 'said',
  },
  {
    shape:
      /^what (?<person>\p{L}.{0,60}?) (?:said|asked|wrote|told (?:\S+ ?){1,3}|answered|replied|claimed|announced)(?: about (?<about>.+))?$/iu,
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
      /^(?:what(?:['’]s| is| has been)?|anything|something|is there anything|any|got anything|have we anything|is there any) (?:new|news|happening|happened|going on|the news)(?: articles?| stories| items?)?(?: (?<since>today|yesterday|this morning))?(?: here| in here| on the desk)?$/iu,
    command: 'brief',
  },
  {
    shape:
      /^what (?:happened|came in|has come in|did we get|(?:did|have) (?:i|we) miss(?:ed)?|(?:has )?changed)(?: (?<since>today|yesterday|this morning))?$/iu,
    command: 'brief',
  },
  {
    shape:
      /^(?:catch (?:me|us) up|update (?:me|us)|(?:an? |the |my |our )?(?:(?:news|morning|daily|evening) )?(?:briefing|brief|update|rundown|round-?up|digest|summary))(?: (?:for |of )?(?<since>today|yesterday|this morning))?$/iu,
    command: 'brief',
  },
  {
    shape:
      /^(?:what(?:['’]s| is)|any(?:thing)?|is there anything)(?: new| news)? (?:about|on) (?<words>.+)$/iu,
    command: 'find',
  },
  {
    shape:
      /^(?:alert|notify|ping) (?:me|us) (?:about|of|on|(?:when(?:ever)?|if) (?:there(?:['’]s| is) )?(?:news|anything)(?: new)? (?:about|on|from)) (?<words>.+)$/iu,
    command: 'watch',
  },
  {
    shape: /^what(?:['’]s| is| am i| are we)(?: being)? watch(?:ed|ing)(?: for)?(?: here)?$/iu,
    command: 'watches',
  },
  {
    shape:
      /^(?:what |which |are there |any |the |all )*(?:figures|numbers|statistics|stats)(?: (?:are there|do we have|have we|are reported|differ|changed))?(?: (?:about|on|of|for|in) (?<words>.+))?$/iu,
    command: 'figures',
  },
  {
    shape:
      /^(?:what(?:['’]s| is|s) )?(?:the )?(?:latest|newest|recent|most recent|new)(?: news| articles?| stories| items?| pieces| reports?)?$/iu,
    command: 'latest',
  },
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
];
