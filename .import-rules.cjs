// Imports run one way, default deny: a room may import itself and the rooms listed here, nothing else of ours.
const rooms = {
  'src/kernel': [],
  'src/ingest': ['src/kernel'],
  'src/quotes': ['src/kernel'],
  'src/archive': ['src/kernel'],
  'src/ask': ['src/kernel'],
  'src/answer': ['src/kernel', 'src/ask', 'src/archive/port.ts', 'src/quotes'],
  'src/render': ['src/kernel'],
  'src/deliver': [
    'src/kernel',
    'src/ask',
    'src/answer',
    'src/render',
    'src/archive/port.ts',
    'src/archive/delivery-port.ts',
    'src/archive/watch-port.ts',
  ],
  'src/desk': ['src'],
  'adapters/slack': ['src/kernel', 'src/render', 'src/deliver', 'src/desk', 'src/answer/command-list.ts'],
  'adapters/discord': ['src/kernel', 'src/render', 'src/deliver', 'src/desk', 'src/answer/command-list.ts'],
  'adapters/console': ['src/kernel', 'src/render', 'src/deliver', 'src/desk', 'src/answer/command-list.ts'],
  'adapters/metrics': ['src/kernel', 'src/deliver'],
  'adapters/command-line': [
    'src/kernel',
    'src/render',
    'src/deliver',
    'src/desk',
    'src/answer/command-list.ts',
    'adapters/start.ts',
  ],
};

/** One SDK, one room: the only folders that may import each outside package. */
const homes = {
  '@slack/': ['adapters/slack'],
  'discord(\\.js|-api-types)': ['adapters/discord'],
  'better-sqlite3': ['src/archive/sqlite'],
  'node-cron|prom-client': ['src/deliver'],
  'commander|cli-progress': ['adapters/command-line'],
};

module.exports = { rooms, homes };
