import { expect, it } from 'vitest';
import { plainText } from '../../src/render/plain-text.ts';
import { openSampleDesk } from '../builders/a-desk.ts';

/** What a reporter might type in one sitting: every command, plain English, slips of the finger, and a question with no answer. */
const LINES = [
  'who said sustained conversation',
  'who said bargining chip',
  'what did Blinken say about cooperation?',
  'said Schumer about sanctions',
  'said foreign ministry',
  'who is Nicholas Burns',
  'check "he didn’t say no. He could have said, first remove the sanctions" by Schumer',
  'is it true that Blinken said it is about pointing fingers?',
  'check "rooted in the country itself" by Schumer',
  'check "a sustained conversation … from exporting precursor chemicals"',
  'check "we will never talk to them again" by Burns',
  'find working group',
  'latest',
  'latest page:2',
  'anything new since October 2023?',
  'figures deaths',
  'who said pointing fingers in:nowhere',
  'who said wall of steel',
  'who siad pointing fingers',
  'said Burnz',
  'help',
  'help said',
];

it('the product talks as the golden transcript shows', async () => {
  const { desk, close } = await openSampleDesk();
  try {
    const spoken: string[] = [];
    for (const line of LINES) {
      const { card } = await desk.reply(line);
      spoken.push(`> ${line}\n\n${plainText(card, { width: 100, colour: false }).trimEnd()}\n`);
    }
    await expect(spoken.join('\n')).toMatchFileSnapshot('conversation.txt');
  } finally {
    await close();
  }
});
