import type { Destination } from '../../src/kernel/asker.ts';
import type { NewWatch } from '../../src/kernel/watch.ts';

export function anAddress(given: Partial<Destination> = {}): Destination {
  return { platform: 'slack', channel: 'C0HARBOUR', direct: false, name: '#harbour', ...given };
}

export function aWatch(given: Partial<NewWatch> = {}): NewWatch {
  return {
    destination: anAddress(),
    wanted: { kind: 'words', words: 'ferry', phrase: false },
    quiet: null,
    madeBy: { id: 'U0EDITOR', name: 'Ana' },
    madeAt: '2024-05-01T09:00:00.000Z',
    ...given,
  };
}
