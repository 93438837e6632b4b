import type { Verdict } from '../../../src/kernel/verdict.ts';

/** One claim against what the archive holds. */
export interface CheckCase {
  /** What was done to the words. */
  readonly what: string;
  readonly claim: string;
  /** The speaker named in the claim, else nobody. */
  readonly by?: string;
  /** Recorded words by speaker; `—` is nobody named in the text. */
  readonly held: readonly (readonly [speaker: string, words: string])[];
  readonly verdict: Verdict;
  /** `[-struck-]` `{+added+}`, the rest as recorded. */
  readonly diff?: string;
}

const FERRY =
  'We will not sell the harbour ferry, and we will not cut the winter timetable. The islanders need 14 crossings a day, and they shall have them.';
const BUDGET =
  'The committee found that 90 percent of the repair budget went to two yards, and nobody on the board asked why.';
const CEASEFIRE =
  'I told the envoy directly that the cease-fire must hold through the harvest. He didn’t say no. He didn’t say yes either.';
const POWER =
  'Our co-operation with the U.S. Coast Guard has saved 1,200 lives since 2019 – and that’s a fact.';
const BRACKETED = '[Okafor] could have said, ‘First, open the gates.’ She didn’t say that.';
const SHE = 'She could have said, ‘First, open the gates.’ She didn’t say that.';

const ferry = [['okafor', FERRY]] as const;
const budget = [['castel', BUDGET]] as const;
const truce = [['vance', CEASEFIRE]] as const;
const power = [['haddad', POWER]] as const;

/** The same words: a contiguous part, editing and typing aside. */
const EXACT: readonly CheckCase[] = [
  { what: 'the whole quotation', claim: FERRY, held: ferry, verdict: 'exact', diff: FERRY },
  {
    what: 'its first sentence',
    claim: 'We will not sell the harbour ferry, and we will not cut the winter timetable.',
    held: ferry,
    verdict: 'exact',
    diff: 'We will not sell the harbour ferry, and we will not cut the winter timetable.',
  },
  {
    what: 'its last words',
    claim: 'they shall have them',
    held: ferry,
    verdict: 'exact',
    diff: 'they shall have them.',
  },
  {
    what: 'a clause from the middle',
    claim: 'the islanders need 14 crossings a day',
    held: ferry,
    verdict: 'exact',
    diff: 'The islanders need 14 crossings a day,',
  },
  { what: 'two words of it', claim: 'winter timetable', held: ferry, verdict: 'exact' },
  { what: 'one word of it', claim: 'islanders', held: ferry, verdict: 'exact' },
  {
    what: 'only words of grammar, in a row',
    claim: 'we will not',
    held: ferry,
    verdict: 'exact',
    diff: 'We will not',
  },
  {
    what: 'a straight apostrophe for a curly one',
    claim: "He didn't say no. He didn't say yes either.",
    held: truce,
    verdict: 'exact',
    diff: 'He didn’t say no. He didn’t say yes either.',
  },
  { what: 'an apostrophe left out', claim: 'He didnt say no', held: truce, verdict: 'exact' },
  {
    what: 'marks around the claim',
    claim: '“the cease-fire must hold through the harvest”',
    held: truce,
    verdict: 'exact',
  },
  {
    what: 'straight marks around it',
    claim: '"the cease-fire must hold through the harvest."',
    held: truce,
    verdict: 'exact',
  },
  {
    what: 'inner single marks made double',
    claim: 'She could have said, "First, open the gates."',
    held: [['vance', SHE]],
    verdict: 'exact',
    diff: 'She could have said, ‘First, open the gates.’',
  },
  {
    what: 'inner marks left out',
    claim: 'She could have said, First, open the gates.',
    held: [['vance', SHE]],
    verdict: 'exact',
  },
  {
    what: 'a hyphen left out',
    claim: 'the ceasefire must hold through the harvest',
    held: truce,
    verdict: 'exact',
    diff: 'the cease-fire must hold through the harvest.',
  },
  {
    what: 'a hyphen made a space',
    claim: 'the cease fire must hold through the harvest',
    held: truce,
    verdict: 'exact',
  },
  {
    what: 'a hyphen made a longer dash',
    claim: 'the cease—fire must hold through the harvest',
    held: truce,
    verdict: 'exact',
  },
  {
    what: 'a hyphen put in',
    claim: 'cut the winter time-table',
    held: ferry,
    verdict: 'exact',
    diff: 'cut the winter timetable.',
  },
  {
    what: 'one word made two',
    claim: 'cut the winter time table',
    held: ferry,
    verdict: 'exact',
  },
  {
    what: 'the compound that is all of the claim',
    claim: 'ceasefire',
    held: truce,
    verdict: 'exact',
    diff: 'cease-fire',
  },
  {
    what: 'an en dash made two hyphens',
    claim: "1,200 lives since 2019 -- and that's a fact",
    held: power,
    verdict: 'exact',
  },
  {
    what: 'a dash made a comma',
    claim: '1,200 lives since 2019, and that’s a fact',
    held: power,
    verdict: 'exact',
  },
  {
    what: 'the comma in a number left out',
    claim: 'saved 1200 lives since 2019',
    held: power,
    verdict: 'exact',
  },
  {
    what: 'full stops of an abbreviation left out',
    claim: 'Our cooperation with the US Coast Guard',
    held: power,
    verdict: 'exact',
    diff: 'Our co-operation with the U.S. Coast Guard',
  },
  {
    what: 'full stops of an abbreviation put in',
    claim: 'The U.N. mission left at 9 a.m. sharp',
    held: [['haddad', 'The UN mission left at 9 am sharp, I was there.']],
    verdict: 'exact',
  },
  {
    what: 'an abbreviation at the end of a sentence',
    claim: 'We buy our tugs in the US. They are good tugs',
    held: [['haddad', 'We buy our tugs in the U.S. They are good tugs.']],
    verdict: 'exact',
  },
  { what: 'all capitals', claim: 'WE WILL NOT SELL THE HARBOUR FERRY', held: ferry, verdict: 'exact' },
  {
    what: 'a small letter at the start',
    claim: 'we will not sell the harbour ferry',
    held: ferry,
    verdict: 'exact',
  },
  {
    what: 'spaces and a line break inside',
    claim: '  We  will not\n sell the   harbour ferry ',
    held: ferry,
    verdict: 'exact',
  },
  {
    what: 'spaces that forbid a break',
    claim: 'need\u00a014\u202fcrossings a\u00a0day',
    held: ferry,
    verdict: 'exact',
  },
  {
    what: 'a comma left out and a full stop made an exclamation mark',
    claim: 'We will not sell the harbour ferry and we will not cut the winter timetable!',
    held: ferry,
    verdict: 'exact',
  },
  {
    what: 'a semicolon for a full stop',
    claim: 'He didn’t say no; he didn’t say yes either',
    held: truce,
    verdict: 'exact',
  },
  {
    what: 'an accent left out',
    claim: 'The cafe on the quay belongs to Andre',
    held: [['haddad', 'The café on the quay belongs to André, not to me.']],
    verdict: 'exact',
  },
  {
    what: 'a sign for a word',
    claim: '90% of the repair budget went to two yards',
    held: budget,
    verdict: 'exact',
    diff: '90 percent of the repair budget went to two yards,',
  },
  {
    what: 'a word for a sign',
    claim: '4.5 per cent a year',
    held: [['castel', 'Rents rise by 4.5% a year, every year.']],
    verdict: 'exact',
  },
  {
    what: 'an ampersand for “and”',
    claim: 'ropes & rust',
    held: [['castel', 'All I have left is ropes and rust.']],
    verdict: 'exact',
  },
  {
    what: 'a bracketed name for a pronoun',
    claim: '[Okafor] could have said, ‘First, open the gates.’',
    held: [['vance', SHE]],
    verdict: 'exact',
  },
  {
    what: 'a bracketed name put in beside the pronoun',
    claim: 'She [the mayor] could have said, ‘First, open the gates.’',
    held: [['vance', SHE]],
    verdict: 'exact',
    diff: 'She could have said, ‘First, open the gates.’',
  },
  {
    what: 'a bracketed description for a name inside',
    claim: 'I told [the visiting diplomat] directly that the cease-fire must hold',
    held: truce,
    verdict: 'exact',
    diff: 'I told the envoy directly that the cease-fire must hold',
  },
  {
    what: 'round brackets, as the wires put names in',
    claim: 'She (the mayor) could have said, ‘First, open the gates.’',
    held: [['vance', SHE]],
    verdict: 'exact',
  },
  {
    what: 'a bracketed word at the end',
    claim: 'they shall have them [the crossings]',
    held: ferry,
    verdict: 'exact',
    diff: 'they shall have them.',
  },
  {
    what: 'a bracketed capital',
    claim: '[T]he cease-fire must hold through the harvest',
    held: truce,
    verdict: 'exact',
    diff: 'the cease-fire must hold through the harvest.',
  },
  {
    what: 'a bracketed ending',
    claim: 'nobody on the board ask[s] why',
    held: budget,
    verdict: 'exact',
    diff: 'nobody on the board asked why.',
  },
  {
    what: 'a bracketed tense',
    claim: '90 percent of the repair budget [is going] to two yards',
    held: budget,
    verdict: 'exact',
    diff: '90 percent of the repair budget went to two yards,',
  },
  {
    what: '[sic]',
    claim: 'nobody on the board [sic] asked why',
    held: budget,
    verdict: 'exact',
    diff: 'nobody on the board asked why.',
  },
  {
    what: 'the pronoun behind the outlet’s bracketed name',
    claim: 'She could have said, ‘First, open the gates.’',
    held: [['vance', BRACKETED]],
    verdict: 'exact',
    diff: '[Okafor] could have said, ‘First, open the gates.’',
  },
  {
    what: 'the outlet’s bracketed name without its brackets',
    claim: 'Okafor could have said, ‘First, open the gates.’',
    held: [['vance', BRACKETED]],
    verdict: 'exact',
  },
  {
    what: 'the outlet’s bracketed insertion left out',
    claim: 'The gates were shut at noon',
    held: [['vance', 'The gates [of the lock] were shut at noon, as always.']],
    verdict: 'exact',
    diff: 'The gates [of the lock] were shut at noon,',
  },
  {
    what: 'other brackets than the outlet’s',
    claim: '[The mayor] could have said, ‘First, open the gates.’',
    held: [['vance', BRACKETED]],
    verdict: 'exact',
  },
  {
    what: 'an ellipsis for a clause',
    claim: 'We will not sell the harbour ferry … they shall have them.',
    held: ferry,
    verdict: 'exact',
    diff: 'We will not sell the harbour ferry, {+and we will not cut the winter timetable. The islanders need 14 crossings a day, and+} they shall have them.',
  },
  {
    what: 'three full stops for a clause',
    claim: 'We will not sell the harbour ferry... they shall have them.',
    held: ferry,
    verdict: 'exact',
  },
  {
    what: 'spaced full stops for a clause',
    claim: 'We will not sell the harbour ferry . . . they shall have them.',
    held: ferry,
    verdict: 'exact',
  },
  {
    what: 'four full stops for a sentence',
    claim: 'We will not sell the harbour ferry. ... They shall have them.',
    held: ferry,
    verdict: 'exact',
  },
  {
    what: 'a bracketed ellipsis',
    claim: 'I told the envoy directly […] He didn’t say yes either.',
    held: truce,
    verdict: 'exact',
  },
  {
    what: 'an ellipsis in round brackets',
    claim: 'I told the envoy directly (...) He didn’t say yes either.',
    held: truce,
    verdict: 'exact',
  },
  {
    what: 'two ellipses',
    claim: 'We will not sell … and we will not cut … they shall have them',
    held: ferry,
    verdict: 'exact',
  },
  {
    what: 'an ellipsis at both ends',
    claim: '… we will not cut the winter timetable …',
    held: ferry,
    verdict: 'exact',
    diff: 'we will not cut the winter timetable.',
  },
  {
    what: 'an ellipsis where nothing was left out',
    claim: 'We will not … sell the harbour ferry',
    held: ferry,
    verdict: 'exact',
    diff: 'We will not sell the harbour ferry,',
  },
  {
    what: 'the outlet’s ellipsis left out',
    claim: 'We tried the gate, and it would not move',
    held: [['vance', 'We tried the gate, and … it would not move, not an inch.']],
    verdict: 'exact',
  },
  {
    what: 'an ellipsis and a bracket together',
    claim: '[She] could have said … ‘open the gates’',
    held: [['vance', BRACKETED]],
    verdict: 'exact',
  },
  {
    what: 'the second of two outlets’ wordings',
    claim: 'nobody on the board asked why',
    held: [
      ['castel', 'Nobody at the top asked.'],
      ['castel', BUDGET],
    ],
    verdict: 'exact',
  },
  {
    what: 'French, its marks and spaces changed',
    claim: '"Nous ne vendrons pas le port, c\'est une promesse!"',
    held: [['haddad', 'Nous ne vendrons pas le port, c’est une promesse !']],
    verdict: 'exact',
  },
  {
    what: 'German, its marks changed',
    claim: '„Wir verkaufen die Fähre nicht“',
    held: [['haddad', 'Wir verkaufen die Fähre nicht, auch nicht im Winter.']],
    verdict: 'exact',
  },
  {
    what: 'Spanish, its opening mark left out',
    claim: 'Quién va a pagar el nuevo muelle?',
    held: [['haddad', '¿Quién va a pagar el nuevo muelle? Nosotros no.']],
    verdict: 'exact',
  },
  {
    what: 'Russian in guillemets',
    claim: '«Паром не продаётся»',
    held: [['haddad', 'Паром не продаётся, и точка.']],
    verdict: 'exact',
  },
  {
    what: 'Chinese, its comma changed',
    claim: '「港口不会关闭,渡轮照常运行」',
    held: [['haddad', '港口不会关闭，渡轮照常运行。请大家放心。']],
    verdict: 'exact',
    diff: '港口不会关闭，渡轮照常运行。',
  },
  {
    what: 'Japanese, a part of it',
    claim: 'フェリーを売りません',
    held: [['haddad', '私たちはフェリーを売りません。冬も同じです。']],
    verdict: 'exact',
  },
  {
    what: 'Korean',
    claim: '우리는 항구를 팔지 않을 것입니다',
    held: [['haddad', '우리는 항구를 팔지 않을 것입니다. 약속합니다.']],
    verdict: 'exact',
  },
  {
    what: 'Arabic without its vowel marks',
    claim: 'لن نبيع العبارة',
    held: [['haddad', 'لَن نَبيع العبّارة هذا العام']],
    verdict: 'exact',
  },
];

/** Words changed, put in or moved. */
const ALTERED: readonly CheckCase[] = [
  {
    what: 'a contraction written out, in a short claim',
    claim: 'he did not say no',
    held: truce,
    verdict: 'altered',
  },
  {
    what: 'a contraction written out, in two words that are all',
    claim: 'will not resign',
    held: [['castel', 'I won’t resign.']],
    verdict: 'altered',
    diff: '[-will not-] {+I won’t+} resign.',
  },
  {
    what: 'words drawn together',
    claim: 'it’s what they’ve asked',
    held: [['castel', 'That is what they have asked of us.']],
    verdict: 'altered',
  },
  {
    what: 'a number',
    claim: '19 percent of the repair budget went to two yards',
    held: budget,
    verdict: 'altered',
    diff: '[-19-] {+90+} percent of the repair budget went to two yards,',
  },
  {
    what: 'a number beside a sign',
    claim: '19% of the repair budget went to two yards',
    held: budget,
    verdict: 'altered',
    diff: '[-19%-] {+90 percent+} of the repair budget went to two yards,',
  },
  {
    what: 'a decimal point moved',
    claim: 'Rents rise by 45% a year',
    held: [['castel', 'Rents rise by 4.5% a year, every year.']],
    verdict: 'altered',
    diff: 'Rents rise by [-45%-] {+4.5%+} a year,',
  },
  {
    what: 'a thousand made a million',
    claim: 'saved 1,200,000 lives since 2019',
    held: power,
    verdict: 'altered',
  },
  {
    what: 'a currency',
    claim: 'The pier will cost €5 million, not a cent more',
    held: [['castel', 'The pier will cost $5 million, not a cent more.']],
    verdict: 'altered',
    diff: 'The pier will cost [-€5-] {+$5+} million, not a cent more.',
  },
  {
    what: 'a year',
    claim: 'has saved 1,200 lives since 2018',
    held: power,
    verdict: 'altered',
    diff: 'has saved 1,200 lives since [-2018-] {+2019+}',
  },
  {
    what: 'a numeral spelt out',
    claim: 'The islanders need fourteen crossings a day',
    held: ferry,
    verdict: 'altered',
    diff: 'The islanders need [-fourteen-] {+14+} crossings a day,',
  },
  {
    what: 'the first word',
    claim: 'They will not sell the harbour ferry',
    held: ferry,
    verdict: 'altered',
    diff: '[-They-] {+We+} will not sell the harbour ferry,',
  },
  {
    what: 'a word inside',
    claim: 'We will not sell the harbour bridge, and we will not cut the winter timetable',
    held: ferry,
    verdict: 'altered',
    diff: 'We will not sell the harbour [-bridge,-] {+ferry,+} and we will not cut the winter timetable.',
  },
  {
    what: 'the last word',
    claim: 'we will not cut the winter budget',
    held: ferry,
    verdict: 'altered',
    diff: 'we will not cut the winter [-budget-] {+timetable.+}',
  },
  {
    what: 'a tense',
    claim: 'I tell the envoy directly that the cease-fire must hold',
    held: truce,
    verdict: 'altered',
    diff: 'I [-tell-] {+told+} the envoy directly that the cease-fire must hold',
  },
  {
    what: 'a plural',
    claim: 'The committees found that 90 percent of the repair budget went to two yards',
    held: budget,
    verdict: 'altered',
    diff: 'The [-committees-] {+committee+} found that 90 percent of the repair budget went to two yards,',
  },
  {
    what: 'a modal verb',
    claim: 'the cease-fire should hold through the harvest',
    held: truce,
    verdict: 'altered',
    diff: 'the cease-fire [-should-] {+must+} hold through the harvest.',
  },
  {
    what: 'a contraction written out',
    claim: 'He did not say no. He did not say yes either.',
    held: truce,
    verdict: 'altered',
  },
  {
    what: 'an apostrophe that makes another word',
    claim: 'were ready for the winter',
    held: [['okafor', 'We’re ready for the winter, whatever it brings.']],
    verdict: 'altered',
    diff: '[-were-] {+We’re+} ready for the winter,',
  },
  {
    what: 'a negation put in',
    claim: 'they shall not have them, the islanders',
    held: [['okafor', 'They shall have them, the islanders, by May.']],
    verdict: 'altered',
    diff: 'They shall [-not-] have them, the islanders,',
  },
  {
    what: 'a word put in',
    claim: 'The committee itself found that 90 percent of the repair budget went to two yards',
    held: budget,
    verdict: 'altered',
    diff: 'The committee [-itself-] found that 90 percent of the repair budget went to two yards,',
  },
  {
    what: 'words put in front',
    claim: 'Let me be clear: we will not sell the harbour ferry',
    held: ferry,
    verdict: 'altered',
    diff: '[-Let me be clear:-] We will not sell the harbour ferry,',
  },
  {
    what: 'words put at the end',
    claim: 'nobody on the board asked why until last week',
    held: budget,
    verdict: 'altered',
    diff: 'nobody on the board asked why. [-until last week-]',
  },
  {
    what: 'two words that changed places',
    claim: 'the harvest must hold through the cease-fire',
    held: truce,
    verdict: 'altered',
  },
  {
    what: 'two clauses that changed places',
    claim: 'We will not cut the winter timetable, and we will not sell the harbour ferry',
    held: ferry,
    verdict: 'altered',
  },
  {
    what: 'two verbs that changed places',
    claim: 'talk and sign',
    held: [['okafor', 'First we sign and talk, then we sail.']],
    verdict: 'altered',
  },
  {
    what: 'two sentences that changed places',
    claim: 'He didn’t say yes either. He didn’t say no.',
    held: truce,
    verdict: 'altered',
  },
  {
    what: 'words changed and words left out',
    claim: 'We will not sell the harbour bridge. The islanders need 14 crossings a day',
    held: ferry,
    verdict: 'altered',
  },
  {
    what: 'a word changed beside an ellipsis',
    claim: 'We will not sell the harbour bridge … they shall have them',
    held: ferry,
    verdict: 'altered',
  },
  {
    what: 'a word put in after an ellipsis',
    claim: 'We will not sell the harbour ferry … surely they shall have them',
    held: ferry,
    verdict: 'altered',
    diff: 'We will not sell the harbour ferry, [-surely-] {+and we will not cut the winter timetable. The islanders need 14 crossings a day, and+} they shall have them.',
  },
  {
    what: 'a negation put in by a bracket',
    claim: 'They shall [not] have them, the islanders',
    held: [['okafor', 'They shall have them, the islanders, by May.']],
    verdict: 'altered',
    diff: 'They shall [-[not]-] have them, the islanders,',
  },
  {
    what: 'a negation taken out by a bracket',
    claim: 'We [will] sell the harbour ferry',
    held: ferry,
    verdict: 'cut',
    diff: 'We will {+not+} sell the harbour ferry,',
  },
  {
    what: 'a negation replaced by a bracket',
    claim: 'We will [gladly] sell the harbour ferry',
    held: ferry,
    verdict: 'altered',
    diff: 'We will [-[gladly]-] {+not+} sell the harbour ferry,',
  },
  {
    what: 'a number changed by a bracket',
    claim: 'the committee found that [19] percent of the repair budget went to two yards',
    held: budget,
    verdict: 'altered',
  },
  {
    what: 'a bracket that rewrites half of it',
    claim:
      'We will [let every one of the old boats go to the highest bidder] and we will not cut the winter timetable',
    held: ferry,
    verdict: 'altered',
  },
  {
    what: 'a bracketed ending of another word',
    claim: 'nobody on the board answer[s] why and the repair budget went to two yards',
    held: [['castel', 'Nobody on the board asked why and the repair budget went to two yards.']],
    verdict: 'altered',
  },
  {
    what: 'the outlet’s bracketed name changed for a claim of more',
    claim:
      'The mayor and the whole council of the port could have said, ‘First, open the gates.’ She didn’t say that.',
    held: [['vance', BRACKETED]],
    verdict: 'altered',
  },
  {
    what: 'a name',
    claim: 'I told the minister directly that the cease-fire must hold through the harvest',
    held: truce,
    verdict: 'altered',
    diff: 'I told the [-minister-] {+envoy+} directly that the cease-fire must hold through the harvest.',
  },
  {
    what: 'an abbreviation',
    claim: 'Our co-operation with the U.K. Coast Guard has saved 1,200 lives',
    held: power,
    verdict: 'altered',
    diff: 'Our co-operation with the [-U.K.-] {+U.S.+} Coast Guard has saved 1,200 lives',
  },
  {
    what: 'a spelling by another country',
    claim: 'We will not sell the harbor ferry',
    held: ferry,
    verdict: 'altered',
    diff: 'We will not sell the [-harbor-] {+harbour+} ferry,',
  },
  {
    what: 'an article',
    claim: 'We will not sell a harbour ferry',
    held: ferry,
    verdict: 'altered',
    diff: 'We will not sell [-a-] {+the+} harbour ferry,',
  },
  {
    what: 'more words than the archive holds',
    claim: 'Nobody on the board asked why, and the minister signed every page of it',
    held: [['castel', 'and nobody on the board asked why, and the minister']],
    verdict: 'altered',
    diff: 'nobody on the board asked why, and the minister [-signed every page of it-]',
  },
  {
    what: 'one word in a paraphrase of three',
    claim: 'full confidence in the board',
    held: [['castel', 'I have no confidence in the board, none.']],
    verdict: 'altered',
    diff: '[-full-] {+no+} confidence in the board,',
  },
  {
    what: 'the nearest of several wordings',
    claim: 'we will not cut the summer timetable',
    held: [
      ['okafor', 'We will never cut the summer budget or the timetable of the bus.'],
      ['okafor', FERRY],
    ],
    verdict: 'altered',
    diff: 'we will not cut the [-summer-] {+winter+} timetable.',
  },
  {
    what: 'a French word',
    claim: 'Nous ne vendrons jamais le port',
    held: [['haddad', 'Nous ne vendrons pas le port, c’est une promesse !']],
    verdict: 'altered',
    diff: 'Nous ne vendrons [-jamais-] {+pas+} le port,',
  },
  {
    what: 'a German word',
    claim: 'Wir verkaufen die Werft nicht',
    held: [['haddad', 'Wir verkaufen die Fähre nicht, auch nicht im Winter.']],
    verdict: 'altered',
    diff: 'Wir verkaufen die [-Werft-] {+Fähre+} nicht,',
  },
  {
    what: 'a Russian letter that is no accent',
    claim: 'Мои паром не продаётся никому',
    held: [['haddad', 'Мой паром не продаётся никому.']],
    verdict: 'altered',
    diff: '[-Мои-] {+Мой+} паром не продаётся никому.',
  },
  {
    what: 'a Hindi vowel sign',
    claim: 'हम नाव नहीं बेचेंगी',
    held: [['haddad', 'हम नाव नहीं बेचेंगे']],
    verdict: 'altered',
    diff: 'हम नाव नहीं [-बेचेंगी-] {+बेचेंगे+}',
  },
  {
    what: 'two Chinese characters',
    claim: '港口即将关闭，渡轮照常运行',
    held: [['haddad', '港口不会关闭，渡轮照常运行。请大家放心。']],
    verdict: 'altered',
    diff: '港口 [-即将-] {+不会+} 关闭，渡轮照常运行。',
  },
  {
    what: 'a Japanese ending',
    claim: '私たちはフェリーを売ります',
    held: [['haddad', '私たちはフェリーを売りません。冬も同じです。']],
    verdict: 'altered',
  },
];

/** Words left out inside, without an ellipsis. */
const CUT: readonly CheckCase[] = [
  {
    what: 'a clause',
    claim: 'We will not sell the harbour ferry. The islanders need 14 crossings a day',
    held: ferry,
    verdict: 'cut',
    diff: 'We will not sell the harbour ferry, {+and we will not cut the winter timetable.+} The islanders need 14 crossings a day,',
  },
  {
    what: 'a sentence between two',
    claim:
      'I told the envoy directly that the cease-fire must hold through the harvest. He didn’t say yes either.',
    held: truce,
    verdict: 'cut',
    diff: 'I told the envoy directly that the cease-fire must hold through the harvest. {+He didn’t say no.+} He didn’t say yes either.',
  },
  {
    what: 'an adjective',
    claim: 'we will not cut the timetable',
    held: ferry,
    verdict: 'cut',
    diff: 'we will not cut the {+winter+} timetable.',
  },
  {
    what: 'a negation',
    claim: 'We will sell the harbour ferry',
    held: ferry,
    verdict: 'cut',
    diff: 'We will {+not+} sell the harbour ferry,',
  },
  {
    what: 'a hedge',
    claim: 'The gate will open in May',
    held: [['vance', 'The gate will, as far as we know today, open in May.']],
    verdict: 'cut',
    diff: 'The gate will, {+as far as we know today,+} open in May.',
  },
  {
    what: 'a number',
    claim: 'The islanders need crossings a day',
    held: ferry,
    verdict: 'cut',
    diff: 'The islanders need {+14+} crossings a day,',
  },
  {
    what: 'words in two places',
    claim: 'The committee found 90 percent of the budget went to two yards',
    held: budget,
    verdict: 'cut',
    diff: 'The committee found {+that+} 90 percent of the {+repair+} budget went to two yards,',
  },
  {
    what: 'an article of grammar',
    claim: 'The islanders need 14 crossings day',
    held: ferry,
    verdict: 'cut',
    diff: 'The islanders need 14 crossings {+a+} day,',
  },
  {
    what: 'one word of two that are the same',
    claim: 'It was a very cold winter for the crew',
    held: [['vance', 'It was a very, very cold winter for the crew.']],
    verdict: 'cut',
  },
  {
    what: 'words beside an ellipsis that covers others',
    claim: 'We will sell the harbour ferry … they shall have them',
    held: ferry,
    verdict: 'cut',
    diff: 'We will {+not+} sell the harbour ferry, {+and we will not cut the winter timetable. The islanders need 14 crossings a day, and+} they shall have them.',
  },
  {
    what: 'a dash where an ellipsis belongs',
    claim: 'We will not sell the harbour ferry – they shall have them',
    held: ferry,
    verdict: 'cut',
  },
  {
    what: 'two words of three',
    claim: 'rooted reality',
    held: [['haddad', 'This has to be rooted in reality.']],
    verdict: 'cut',
    diff: 'rooted {+in+} reality.',
  },
  {
    what: 'a long middle',
    claim: 'The first thing I saw was the smoke over the lock and then we ran for the boats',
    held: [
      [
        'vance',
        'The first thing I saw was the smoke over the lock. My brother shouted from the wall, my mother took the dog, somebody rang the bell of the old customs house until the rope broke in his hands, and nobody knew which way the wind would turn, and then we ran for the boats.',
      ],
    ],
    verdict: 'cut',
  },
  {
    what: 'the outlet’s bracketed negation',
    claim: 'They shall have them, the islanders',
    held: [['okafor', 'They shall [not] have them, the islanders, by May.']],
    verdict: 'cut',
    diff: 'They shall {+[not]+} have them, the islanders,',
  },
  {
    what: 'a French negation',
    claim: 'Nous vendrons le port',
    held: [['haddad', 'Nous ne vendrons pas le port, c’est une promesse !']],
    verdict: 'cut',
    diff: 'Nous {+ne+} vendrons {+pas+} le port,',
  },
  {
    what: 'a Chinese negation',
    claim: '港口会关闭，渡轮照常运行',
    held: [['haddad', '港口不会关闭，渡轮照常运行。']],
    verdict: 'cut',
    diff: '港口 {+不+} 会关闭，渡轮照常运行。',
  },
  {
    what: 'a German word',
    claim: 'auch im Winter',
    held: [['haddad', 'Wir verkaufen die Fähre nicht, auch nicht im Winter.']],
    verdict: 'cut',
    diff: 'auch {+nicht+} im Winter.',
  },
];

/** With a speaker named. */
const SPEAKERS: readonly CheckCase[] = [
  {
    what: 'the words of the one named',
    claim: 'winter timetable',
    by: 'okafor',
    held: ferry,
    verdict: 'exact',
  },
  {
    what: 'altered words of the one named',
    claim: 'we will not cut the summer timetable',
    by: 'okafor',
    held: ferry,
    verdict: 'altered',
  },
  {
    what: 'cut words of the one named',
    claim: 'we will not cut the timetable',
    by: 'okafor',
    held: ferry,
    verdict: 'cut',
  },
  {
    what: 'exact words of somebody else',
    claim: 'we will not cut the winter timetable',
    by: 'castel',
    held: ferry,
    verdict: 'other speaker',
    diff: 'we will not cut the winter timetable.',
  },
  {
    what: 'altered words of somebody else',
    claim: 'we will not cut the summer timetable',
    by: 'castel',
    held: ferry,
    verdict: 'other speaker',
    diff: 'we will not cut the [-summer-] {+winter+} timetable.',
  },
  {
    what: 'cut words of somebody else',
    claim: 'we will not cut the timetable',
    by: 'castel',
    held: ferry,
    verdict: 'other speaker',
  },
  {
    what: 'words that both said',
    claim: 'the harbour belongs to everyone',
    by: 'vance',
    held: [
      ['okafor', 'The harbour belongs to everyone.'],
      ['vance', 'As she put it, the harbour belongs to everyone.'],
    ],
    verdict: 'exact',
    diff: 'the harbour belongs to everyone.',
  },
  {
    what: 'words that the one named said a little differently',
    claim: 'the harbour belongs to every one of us and to nobody else',
    by: 'vance',
    held: [
      ['okafor', 'The harbour belongs to every one of us and to nobody else.'],
      ['vance', 'The harbour belongs to every one of you and to nobody else.'],
    ],
    verdict: 'altered',
  },
  {
    what: 'somebody else’s exact words, the one named having said something like them',
    claim: 'the harbour belongs to the children of the island, not to the yards',
    by: 'vance',
    held: [
      ['vance', 'The harbour belongs to the council of the city, not to tourists.'],
      ['okafor', 'The harbour belongs to the children of the island, not to the yards.'],
    ],
    verdict: 'other speaker',
  },
  {
    what: 'words that the text gives to nobody',
    claim: 'we will not cut the winter timetable',
    by: 'castel',
    held: [['—', FERRY]],
    verdict: 'exact',
  },
  {
    what: 'words given to nobody in one text and to somebody else in another',
    claim: 'we will not cut the winter timetable',
    by: 'castel',
    held: [
      ['okafor', FERRY],
      ['—', FERRY],
    ],
    verdict: 'other speaker',
  },
  {
    what: 'exact words of the one named among many',
    claim: 'nobody on the board asked why',
    by: 'castel',
    held: [
      ['okafor', FERRY],
      ['vance', CEASEFIRE],
      ['castel', BUDGET],
    ],
    verdict: 'exact',
  },
  {
    what: 'a speaker who never said anything',
    claim: 'nobody on the board asked why',
    by: 'quill',
    held: budget,
    verdict: 'other speaker',
  },
  {
    what: 'Chinese words of somebody else',
    claim: '港口不会关闭',
    by: 'okafor',
    held: [['haddad', '港口不会关闭，渡轮照常运行。']],
    verdict: 'other speaker',
  },
];

/** Too little of it is held. */
const NOT_FOUND: readonly CheckCase[] = [
  { what: 'an empty archive', claim: 'We will not sell the harbour ferry', held: [], verdict: 'not found' },
  { what: 'no words', claim: '“…”', held: ferry, verdict: 'not found' },
  {
    what: 'other words altogether',
    claim: 'The library will close on Sundays from now on',
    held: ferry,
    verdict: 'not found',
  },
  {
    what: 'the same topic in other words',
    claim: 'The ferry is the lifeline of our islands and I would rather resign than see it go',
    held: ferry,
    verdict: 'not found',
  },
  {
    what: 'a statement that shares only its grammar',
    claim: 'We will not do that, and we will not be told what to do',
    held: ferry,
    verdict: 'not found',
  },
  {
    what: 'one word of two',
    claim: 'winter palace',
    held: ferry,
    verdict: 'not found',
  },
  {
    what: 'the same words far apart',
    claim: 'ferry day',
    held: ferry,
    verdict: 'not found',
  },
  {
    what: 'a long claim of which the archive has two words',
    claim:
      'The winter timetable was drawn up by people who have never stood on that quay in January with a child on each arm',
    held: ferry,
    verdict: 'not found',
  },
  {
    what: 'a paraphrase',
    claim:
      'Almost all the money for repairs ended up with a pair of shipyards and none of the directors wondered',
    held: budget,
    verdict: 'not found',
  },
  {
    what: 'a claim by the one named that nobody made',
    claim: 'I have never set foot on that boat in my life',
    by: 'okafor',
    held: ferry,
    verdict: 'not found',
  },
  {
    what: 'another language',
    claim: 'Wir werden die Hafenfähre nicht verkaufen',
    held: ferry,
    verdict: 'not found',
  },
  {
    what: 'Chinese that shares a character',
    claim: '我们明天再谈这个问题',
    held: [['haddad', '港口不会关闭，渡轮照常运行。我在。']],
    verdict: 'not found',
  },
  {
    what: 'words scattered over a long statement',
    claim: 'The board shall need the harvest budget since winter',
    held: [['okafor', `${FERRY} ${BUDGET} ${CEASEFIRE} ${POWER}`]],
    verdict: 'not found',
  },
];

export const CHECK_CASES: readonly CheckCase[] = [...EXACT, ...ALTERED, ...CUT, ...SPEAKERS, ...NOT_FOUND];
