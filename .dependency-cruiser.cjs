const { rooms, homes } = require('./.import-rules.cjs');

const literal = (path) => path.replace(/[.]/g, '\\.');
const within = (path) => (path.endsWith('.ts') ? `^${literal(path)}$` : `^${literal(path)}/`);

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
      // What trains a model runs in a clone, never in a desk.
      from: { path: '^(src|adapters)/', pathNot: '/train/' },
      to: { dependencyTypes: ['npm-dev', 'npm-unknown', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    ...Object.entries(rooms).map(([room, may]) => ({
      name: `${room.replaceAll('/', '-')}-imports`,
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
