import type { Writable } from 'node:stream';

/**
 * Writes text and waits until the stream has accepted it. Resolves to false if the reading end is closed, as
 * by `… | head`; rejects on any other error.
 */
export function writeOut(output: Writable, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (!error) resolve(true);
      else if (isClosed(error)) resolve(false);
      else reject(error);
    });
  });
}

const isClosed = (error: Error & { code?: string }) =>
  ['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'].includes(error.code ?? '');
