import { BUDGET, budget, CEASEFIRE, type CheckCase, FERRY, ferry } from './check-case.ts';

/** Claims that name a speaker. */
export const SPEAKERS: readonly CheckCase[] = [
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
