import { BUDGET, budget, CEASEFIRE, type CheckCase, FERRY, ferry, POWER } from './check-case.ts';

/** Claims of which the archive holds too little. */
export const NOT_FOUND: readonly CheckCase[] = [
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
