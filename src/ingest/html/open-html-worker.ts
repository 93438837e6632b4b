import { Worker } from 'node:worker_threads';
import type { RawInput } from '../files/read-input.ts';
import type { HtmlInput, HtmlRead } from './clean-html.ts';

export interface HtmlLimits {
  /** Time limit for one page, in ms. */
  readonly timeLimitMs: number;
  /** Heap limit of the worker, in MB. */
  readonly memoryMb: number;
}

/** The slowest of 770 public pages takes 0.9 s and 200 MB on a busy core. */
const USUAL: HtmlLimits = { timeLimitMs: 15_000, memoryMb: 768 };
/** Time limit for starting the worker, in ms; does not count against a page. */
const START_MS = 60_000;

interface AboutPage {
  /** Shown as the origin; never a path of this machine. Default: the page's URL. */
  readonly name?: string;
  /** What the caller states about it; wins over what the page states. */
  readonly given?: RawInput['given'];
}

/** Cleans web pages in a worker thread, one at a time. Close it when done. */
export interface HtmlWorker {
  /** The page's article, or why there is none; a page over the limits is refused. Never rejects. */
  read(html: string, url: string | null, about?: AboutPage): Promise<HtmlRead>;
  /** Ends the worker; pages still waiting are refused. */
  close(): Promise<void>;
}

/** Compiled, or TypeScript when tests run the sources (see tests/read-typescript.mjs). */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './serve-html-worker.ts' : './serve-html-worker.js',
  import.meta.url,
);

/** Opens an HTML worker. The thread starts with the first page, does not keep the process alive, and is replaced after a page exceeds its limits. */
export function openHtmlWorker(limits: Partial<HtmlLimits> = {}): HtmlWorker {
  const { timeLimitMs, memoryMb } = { ...USUAL, ...limits };
  let worker: Worker | null = null;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const ask = async (message: HtmlInput | null, ms: number): Promise<HtmlRead> => {
    worker ??= startWorker(memoryMb);
    const asked = await askWorker(worker, message, ms);
    if (asked.kind === 'answered') return asked.answer;
    const ending = worker;
    worker = null;
    await ending.terminate();
    return { kind: 'refused', reason: asked.why === 'memory' ? tooMuch(memoryMb) : reasonOf(asked, ms) };
  };
  const readNext = async (input: HtmlInput): Promise<HtmlRead> => {
    if (closed) return STOPPED;
    const started: HtmlRead = worker ? NOTHING : await ask(null, START_MS);
    if (started.kind === 'refused') return started;
    return closed ? STOPPED : ask(input, timeLimitMs);
  };
  return {
    read(html, url, { name = url ?? 'page', given = {} } = {}) {
      const next = queue.then(() => readNext({ html, url, name, given }));
      queue = next;
      return next;
    },
    async close() {
      closed = true;
      await worker?.terminate();
      await queue;
    },
  };
}

/** The thread gets an empty environment, so that code which parses pages cannot see a token. */
function startWorker(memoryMb: number): Worker {
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: memoryMb }, env: {} });
  // An error event without a listener would end the process, also after the worker was stopped.
  return worker.on('error', () => {});
}

const NOTHING: HtmlRead = { kind: 'read', articles: [] };
const STOPPED = { kind: 'refused', reason: 'reading was stopped' } as const satisfies HtmlRead;

type Asked =
  | { readonly kind: 'answered'; readonly answer: HtmlRead }
  | { readonly kind: 'failed'; readonly why: 'time' | 'memory' | 'ended' }
  | { readonly kind: 'failed'; readonly why: 'fault'; readonly fault: string };

const tooMuch = (memoryMb: number): string => `reading it takes more than ${memoryMb} MB of memory`;

function reasonOf(asked: Extract<Asked, { kind: 'failed' }>, ms: number): string {
  switch (asked.why) {
    case 'time':
      return `reading it takes longer than ${ms / 1_000} seconds`;
    case 'fault':
      return `reading it failed: ${asked.fault.slice(0, 200).replace(/\.$/u, '')}`;
    case 'memory':
    case 'ended':
      return STOPPED.reason;
    default:
      return asked satisfies never;
  }
}

/** Sends a page to the worker, or null to wait until it has started. Returns its answer or why there is none. */
function askWorker(worker: Worker, message: HtmlInput | null, ms: number): Promise<Asked> {
  return new Promise((resolve) => {
    const finish = (asked: Asked) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      resolve(asked);
    };
    const onMessage = (answer: HtmlRead) => finish({ kind: 'answered', answer });
    const onError = (error: Error & { code?: string }) =>
      finish(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { kind: 'failed', why: 'memory' }
          : { kind: 'failed', why: 'fault', fault: error.message },
      );
    const onExit = () => finish({ kind: 'failed', why: 'ended' });
    const timer = setTimeout(() => finish({ kind: 'failed', why: 'time' }), ms);
    worker.once('message', onMessage).once('error', onError).once('exit', onExit).ref();
    worker.postMessage(message);
  });
}
