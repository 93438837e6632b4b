import { budget, type CheckCase, ferry, truce } from './check-case.ts';

/** Words left out inside, without an ellipsis. */
export const CUT: readonly CheckCase[] = [
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
