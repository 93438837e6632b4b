import { Worker } from 'node:worker_threads';
import type { RawInput } from '../files/read-input.ts';
import type { HtmlInput, HtmlRead } from './clean-html.ts';

export interface HtmlLimits {
  /** How long one page may take, in ms. */
  readonly timeLimitMs: number;
  /** How much memory reading may take, in MB of the worker's heap. */
  readonly memoryMb: number;
}

/** The slowest of 770 public pages takes 0.9 s and 200 MB on a busy core. */
const USUAL: HtmlLimits = { timeLimitMs: 15_000, memoryMb: 768 };
/** How long a worker may take to start, in ms: never counted against a page. */
const START_MS = 60_000;

interface AboutPage {
  /** Shown as the origin; never a path of this machine. The page's address unless told. */
  readonly name?: string;
  /** What the person who hands it in says of it; wins over what the page says. */
  readonly given?: RawInput['given'];
}

/** Reads web pages in a worker of its own, one after the other; close it when done. */
export interface HtmlWorker {
  /** What a page comes to, or in plain words why it comes to nothing; one over the limits is refused. Never rejects. */
  read(html: string, url: string | null, about?: AboutPage): Promise<HtmlRead>;
  /** Ends the worker; pages still waiting are refused. */
  close(): Promise<void>;
}

/** Beside this file and of its kind: compiled, or TypeScript where tests run the sources (see tests/read-typescript.mjs). */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './serve-html-worker.ts' : './serve-html-worker.js',
  import.meta.url,
);

/** Opens a reader; its worker starts with the first page, keeps no process alive, and is replaced when a page had to be stopped. */
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

/** An environment of its own, and empty: nothing that reads a page can hold a token. */
function startWorker(memoryMb: number): Worker {
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: memoryMb }, env: {} });
  // What a stopped worker still has to say is nobody's concern, but an error without a listener would end the process.
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

/** One message to the worker, null only asking whether it is there, and its answer; or why there is none. */
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
