import { parentPort } from 'node:worker_threads';
import { type HtmlInput, readHtml } from './clean-html.ts';

// Run by open-html-reader.ts in a worker: a page in, what it comes to out; null in, and the answer says that it is there.
parentPort?.on('message', (input: HtmlInput | null) =>
  parentPort?.postMessage(input === null ? { kind: 'read', articles: [] } : readHtml(input)),
);
