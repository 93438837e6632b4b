/** Verbs of speech in questions, as alternatives of a regular expression. */
export const SAID =
  'said|say|says|saying|told|tell|claimed|claim|called|call|argued|argue|warned|warn|wrote|write|promised|promise|described|describe|mentioned|mention|complained|complain|suggested|suggest|stated|state|insisted|insist|admitted|admit|denied|deny|announced|announce|used the (?:words?|phrase)|use the (?:words?|phrase)|talked about|talk about|spoke (?:about|of)|speak (?:about|of)|coined';
/** Prepositions before a topic, as alternatives of a regular expression. */
export const ABOUT = 'about|on|regarding|concerning|of|re';
/** `ABOUT` with “to”, for “did anyone respond to …”. */
export const ABOUT_OR_TO = 'about|on|regarding|concerning|of|to|re';
