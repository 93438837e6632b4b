// Imports run one way, default deny: a room may import itself and the rooms listed here, nothing else of ours.
const rooms = {
  'src/kernel': [],
  'src/ingest': ['src/kernel'],
  'src/quotes': ['src/kernel'],
  'src/archive': ['src/kernel'],
  'src/ask': ['src/kernel'],
  'src/answer': ['src/kernel', 'src/ask', 'src/archive/port.ts', 'src/quotes'],
  'src/render': ['src/kernel'],
  'src/deliver': ['src/kernel', 'src/ask', 'src/answer', 'src/render', 'src/archive/port.ts'],
  'src/desk': ['src'],
  'adapters/slack': ['src/kernel', 'src/render', 'src/deliver', 'src/desk', 'src/answer/command-list.ts'],
  'adapters/discord': ['src/kernel', 'src/render', 'src/deliver', 'src/desk', 'src/answer/command-list.ts'],
  'adapters/console': ['src/kernel', 'src/render', 'src/deliver', 'src/desk', 'src/answer/command-list.ts'],
  'adapters/command-line': [
    'src/kernel',
    'src/render',
    'src/deliver',
    'src/desk',
    'src/answer/command-list.ts',
    'adapters/start.ts',
  ],
};

const literal = (path) => path.replace(/[.]/g, '\\.');
const within = (path) => (path.endsWith('.ts') ? `^${literal(path)}$` : `^${literal(path)}/`);

/** One SDK, one room: the only folders that may import each outside package. */
const homes = {
  '@slack/': ['adapters/slack'],
  'discord(\\.js|-api-types)': ['adapters/discord'],
  'better-sqlite3': ['src/archive/sqlite'],
  'commander|cli-progress': ['adapters/command-line'],
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-tests-from-product',
      severity: 'error',
      from: { path: '^(src|adapters)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      from: { path: '^(src|adapters)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-unknown', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    ...Object.entries(rooms).map(([room, may]) => ({
      name: `${room.replace('/', '-')}-imports`,
      comment: may.length ? `${room} may import ${may.join(', ')}` : `${room} imports no other room`,
      severity: 'error',
      from: { path: within(room) },
      to: { path: '^(src|adapters)/', pathNot: [within(room), ...may.map(within)] },
    })),
    ...Object.entries(homes).map(([pkg, where]) => ({
      name: `home-of-${pkg.replace(/[^a-z]+/g, '-')}`,
      severity: 'error',
      from: { path: '^(src|adapters)/', pathNot: where.map(within) },
      to: { path: `node_modules/(@types/)?(${pkg})` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
