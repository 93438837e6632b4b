import type { Answer } from '../kernel/answer.ts';
import type { Block, Card } from '../kernel/card.ts';

/** The card for any answer, also for an empty result and a shortfall; `now` is its date. */
export function cardOfAnswer(answer: Answer, now: Date): Card {
  const asOf = now.toISOString();
  switch (answer.kind) {
    case 'found':
      return answer.card;
    case 'nothing': {
      const blocks: Block[] = [{ kind: 'text', text: `Searched ${answer.searched}.`, tone: 'plain' }];
      if (answer.suggestions.length)
        blocks.push({ kind: 'choices', intro: 'The nearest that is here:', lines: answer.suggestions });
      return { title: answer.asked, blocks, more: null, line: null, asOf };
    }
    case 'shortfall': {
      const { example, others } = answer;
      const lines = [...(example ? [example] : []), ...(others ?? [])];
      const blocks: Block[] = lines.length
        ? [{ kind: 'choices', intro: others ? 'Which do you mean?' : 'For example:', lines }]
        : [];
      return { title: answer.say, blocks, more: null, line: null, asOf };
    }
    default:
      return answer satisfies never;
  }
}
