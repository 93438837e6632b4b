import { composeScheduled } from '../answer/schedules/compose-scheduled.ts';
import type { AnswerDeps } from '../answer/show/answer-deps.ts';
import { composeAlert } from '../answer/watches/compose-alert.ts';
import { ANYBODY, type Asker } from '../kernel/asker.ts';
import type { Block, Card } from '../kernel/card.ts';
import type { Composed, Coverage, NewDelivery } from '../kernel/delivery.ts';
import { cardOfAnswer } from '../render/card-of-answer.ts';
import { timeText } from '../text/time-text.ts';

/** Composes the card of a delivery from the archive as it is now. Throws the archive’s errors. */
export async function composeDelivery(
  delivery: NewDelivery,
  coverage: Coverage,
  toolsFor: (asker: Asker) => Promise<AnswerDeps>,
): Promise<Composed> {
  const { payload, destination } = delivery;
  const tools = await toolsFor({ ...ANYBODY, at: destination });
  switch (payload.kind) {
    case 'scheduled': {
      const composed = await composeScheduled(payload, coverage, tools);
      if (composed.kind !== 'answer') return composed;
      const { answer } = composed;
      const whole = cardOfAnswer(answer, tools.now);
      // A scheduled answer with nothing new has only a title.
      const card = answer.kind === 'nothing' ? { ...whole, blocks: [], line: payload.line } : whole;
      return { kind: 'card', card: coverage.late ? markLate(card, payload, tools.now) : card };
    }
    case 'alert': {
      const card = await composeAlert(payload, tools);
      return card ? { kind: 'card', card } : { kind: 'silent' };
    }
    case 'notice': {
      const blocks: Block[] = [{ kind: 'text', text: payload.text, tone: 'plain' }];
      const asOf = tools.now.toISOString();
      return { kind: 'card', card: { title: payload.title, blocks, more: null, line: null, asOf } };
    }
    default:
      return payload satisfies never;
  }
}

function markLate(card: Card, { slot, zone }: { slot: string; zone: string }, now: Date): Card {
  const due = timeText(new Date(slot), { zone, now });
  const sent = timeText(now, { zone, now });
  const text = `Late: this was due ${due} (${zone}) and was sent ${sent}.`;
  return { ...card, blocks: [{ kind: 'text', text, tone: 'note' }, ...card.blocks] };
}
