import { run } from '../../adapters/command-line/main.ts';

// The `verbatim` command as a process of its own, from the sources.
await run();
