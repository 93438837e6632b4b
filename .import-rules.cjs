const ground = ['src/text', 'src/kernel'];
const chat = [...ground, 'src/render', 'src/deliver', 'src/desk', 'src/answer/command-list.ts'];
const marks = 'src/quotes/find/marks';
const words = 'src/quotes/find/words';
const names = 'src/quotes/find/names';
const reading = 'src/quotes/find/reading';
const show = 'src/answer/show';
const answerBase = [...ground, 'src/ask', 'src/archive/port.ts', 'src/quotes/check', show];
const sqlite = 'src/archive/sqlite';
const sqliteBase = [...ground, `${sqlite}/connect.ts`, `${sqlite}/synchronous.ts`];
const htmlDom = 'src/ingest/html/dom';
const htmlBase = [...ground, 'src/ingest/lines', htmlDom];

// Imports run one way, default deny: a room may import itself and the rooms listed here, nothing else of ours.
// A room inside a room obeys its own line and the line of every room around it.
const rooms = {
  'src/text': [],
  'src/kernel': ['src/text'],
  'src/ingest': ground,
  'src/ingest/formats': ground,
  'src/ingest/fetch': [...ground, 'src/ingest/formats/know-format.ts'],
  'src/ingest/lines': ground,
  'src/ingest/feed': [...ground, 'src/ingest/fetch', 'src/ingest/lines/stated.ts'],
  'src/ingest/poll': [...ground, 'src/ingest/fetch', 'src/ingest/feed'],
  'src/ingest/files': [
    ...ground,
    'src/ingest/formats/know-format.ts',
    'src/ingest/lines',
    'src/ingest/fetch/decode.ts',
  ],
  'src/ingest/html': [...ground, 'src/ingest/lines', 'src/ingest/files/read-input.ts'],
  'src/ingest/html/dom': [...ground, 'src/ingest/lines'],
  'src/ingest/html/date': htmlBase,
  'src/ingest/html/about': [...htmlBase, 'src/ingest/html/date'],
  'src/ingest/html/body': [...htmlBase, 'src/ingest/html/about'],
  'src/quotes': ground,
  'src/quotes/check': ground,
  'src/quotes/join': [...ground, 'src/quotes/check'],
  'src/quotes/find': ground,
  [marks]: ground,
  [words]: [...ground, marks],
  [names]: [...ground, marks, words],
  [reading]: [...ground, marks, words, names],
  'src/quotes/find/features': [...ground, marks, words, names, reading],
  'src/archive': ground,
  'src/archive/stories': ground,
  'src/archive/search': ground,
  [sqlite]: [...ground, 'src/archive'],
  [`${sqlite}/articles`]: [
    ...sqliteBase,
    'src/archive/port.ts',
    'src/archive/stories',
    `${sqlite}/read-rows.ts`,
    `${sqlite}/search`,
  ],
  [`${sqlite}/search`]: [
    ...sqliteBase,
    'src/archive/port.ts',
    'src/archive/search',
    `${sqlite}/read-rows.ts`,
    `${sqlite}/count-rows.ts`,
  ],
  [`${sqlite}/deliveries`]: [...sqliteBase, 'src/archive/delivery-port.ts'],
  [`${sqlite}/sources`]: [
    ...sqliteBase,
    'src/archive/source-port.ts',
    'src/archive/stories/identify-article.ts',
  ],
  [`${sqlite}/watches`]: [
    ...sqliteBase,
    'src/archive/watch-port.ts',
    `${sqlite}/read-rows.ts`,
    `${sqlite}/deliveries/add-delivery.ts`,
  ],
  [`${sqlite}/migrations`]: [],
  'src/ask': ground,
  'src/answer': [...ground, 'src/ask', 'src/archive/port.ts', 'src/quotes/check'],
  [show]: answerBase,
  'src/answer/lookups': answerBase,
  'src/answer/figures': answerBase,
  'src/answer/sources': answerBase,
  'src/answer/schedules': answerBase,
  'src/answer/check': [...answerBase, 'src/answer/lookups'],
  'src/answer/briefing': [...answerBase, 'src/answer/lookups', 'src/answer/figures', 'src/answer/sources'],
  'src/answer/watches': [...answerBase, 'src/answer/lookups', 'src/answer/briefing'],
  'src/render': ground,
  'src/deliver': [
    ...ground,
    'src/ask',
    'src/answer',
    'src/render',
    'src/archive/port.ts',
    'src/archive/delivery-port.ts',
    'src/archive/watch-port.ts',
  ],
  'src/follow': [...ground, 'src/ingest', 'src/archive/port.ts', 'src/archive/source-port.ts'],
  'src/desk': ['src'],
  'adapters/slack': chat,
  'adapters/slack/draw': [...ground, 'src/render', 'src/answer/command-list.ts'],
  'adapters/slack/post': [...ground, 'src/render', 'adapters/slack/draw'],
  'adapters/slack/form': [...ground, 'src/desk/desk.ts', 'adapters/slack/draw'],
  'adapters/slack/listen': [
    ...ground,
    'src/render',
    'src/desk/desk.ts',
    'adapters/slack/draw',
    'adapters/slack/post',
    'adapters/slack/form',
  ],
  'adapters/slack/courier': [
    ...ground,
    'src/render',
    'src/desk/desk.ts',
    'src/deliver/post-parts.ts',
    'adapters/slack/draw',
    'adapters/slack/post',
  ],
  'adapters/slack/connect': [
    ...ground,
    'adapters/slack/settings.ts',
    'src/answer/command-list.ts',
    'adapters/slack/draw',
    'adapters/slack/post',
  ],
  'adapters/discord': chat,
  'adapters/discord/draw': [...ground, 'src/render', 'src/answer/command-list.ts'],
  'adapters/discord/connect': [
    ...ground,
    'src/render',
    'src/answer/command-list.ts',
    'adapters/discord/settings.ts',
    'adapters/discord/draw',
  ],
  'adapters/discord/post': [...ground, 'src/render', 'src/desk/desk.ts', 'adapters/discord/draw'],
  'adapters/discord/listen': [
    ...ground,
    'src/answer/command-list.ts',
    'src/desk/desk.ts',
    'adapters/discord/settings.ts',
    'adapters/discord/draw',
    'adapters/discord/post',
    'adapters/discord/connect',
  ],
  'adapters/discord/courier': [
    ...ground,
    'src/desk/desk.ts',
    'src/deliver/post-parts.ts',
    'adapters/discord/settings.ts',
    'adapters/discord/draw',
    'adapters/discord/post',
    'adapters/discord/connect',
  ],
  'adapters/console': chat,
  'adapters/metrics': [...ground, 'src/deliver'],
  'adapters/command-line': [
    ...chat,
    'src/ingest/read-pages.ts',
    'src/ingest/formats/know-format.ts',
    'src/ingest/files/json-lines.ts',
    'src/ingest/fetch/decode.ts',
    'src/follow/read-web.ts',
    'src/answer/sources/judge-sources.ts',
    'adapters/start.ts',
    'adapters/platforms.ts',
    'adapters/process-deps.ts',
    'adapters/open-archive.ts',
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
