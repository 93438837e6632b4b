import type http from 'node:http';
import type { Payload } from './judge-payload.ts';

/** A planned answer. `lost`: the call is carried out, and then the answer is a status, or the connection breaks. */
export type PlannedAnswer =
  | { error: string }
  | { status: number; retryAfterSec?: number }
  | { lost: number | 'dropped' };

export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export function json(body: object, status = 200): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export function answered(answer: Exclude<PlannedAnswer, { lost: unknown }>): Reply {
  if ('error' in answer) return json({ ok: false, error: answer.error });
  const headers: Record<string, string> = answer.retryAfterSec
    ? { 'retry-after': String(answer.retryAfterSec) }
    : {};
  return { status: answer.status, headers, body: '' };
}

export function payloadOf({ text, blocks, view }: Record<string, string>): Payload {
  const drawn = view
    ? (JSON.parse(view) as Payload).blocks
    : blocks && (JSON.parse(blocks) as Payload['blocks']);
  return { ...(text === undefined ? {} : { text }), ...(drawn ? { blocks: drawn } : {}) };
}

export async function read(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
