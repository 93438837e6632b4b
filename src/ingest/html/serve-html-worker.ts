import { parentPort } from 'node:worker_threads';
import { type HtmlInput, readHtml } from './clean-html.ts';

// Runs in a worker thread for open-html-worker.ts: answers each page with its article, and null once started.
parentPort?.on('message', (input: HtmlInput | null) =>
  parentPort?.postMessage(input === null ? { kind: 'read', articles: [] } : readHtml(input)),
);
