import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { SlackMessage } from '../draw/render-card.ts';
import { errorCode, refusedBySlack } from '../post/error-code.ts';
import { postAnswer, removeOriginal, respondOnce } from '../post/post-answer.ts';
import { withoutPictures } from '../post/post-message.ts';
import type { ListenDeps } from './answer-line.ts';

interface Share {
  readonly client: WebClient;
  readonly respond: RespondFn | undefined;
  readonly channel: string;
  readonly thread: string | null;
  readonly messages: readonly SlackMessage[];
  /** One key for all presses of a button. */
  readonly key: string;
}

/** Slack refused the answer, so it may be shared again. */
class NotPostedError extends Error {}

/**
 * Posts an answer for the whole channel once, also across restarts: as a member of the channel or, where the app is none, through
 * the response_url of the button. Then removes the private copy. Throws what the client throws, which counts as posted: the answer
 * may have arrived.
 */
export async function shareAnswer(
  deps: ListenDeps,
  share: Share,
): Promise<'shared' | 'shared before' | 'not possible'> {
  let failure: unknown = null;
  const post = async () => {
    try {
      if (!((await postAsMember(deps, share)) || (await postAsResponse(deps, share))))
        throw new NotPostedError();
    } catch (error) {
      if (error instanceof NotPostedError) throw error;
      failure = error;
    }
  };
  try {
    if (!(await deps.desk.once(`slack-share:${share.key}`, post))) return 'shared before';
  } catch (error) {
    if (error instanceof NotPostedError) return 'not possible';
    throw error;
  }
  if (failure) throw failure;
  if (share.respond)
    await removeOriginal(share.respond).catch((error: unknown) =>
      warn(deps, error, 'private copy not removed'),
    );
  return 'shared';
}

/** False when Slack refused the first message: nothing is posted then. */
async function postAsMember(
  deps: ListenDeps,
  { client, channel, thread, messages }: Share,
): Promise<boolean> {
  try {
    await postAnswer(client, { kind: 'open', channel, thread }, messages);
    return true;
  } catch (error) {
    warn(deps, error, 'not posted as a member');
    if (refusedBySlack(error)) return false;
    throw error;
  }
}

async function postAsResponse(deps: ListenDeps, { respond, thread, messages }: Share): Promise<boolean> {
  if (!respond) return false;
  try {
    for (const message of messages)
      await respondOnce(
        respond,
        { ...withoutPictures(message), ...(thread ? { thread_ts: thread } : {}) },
        'in_channel',
      );
    return true;
  } catch (error) {
    warn(deps, error, 'not posted through the response_url');
    return false;
  }
}

function warn({ log }: ListenDeps, error: unknown, what: string): void {
  log.warn({ code: errorCode(error) }, `slack: ${what}`);
}
