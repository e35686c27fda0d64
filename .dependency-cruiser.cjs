/** The walls of the house (docs/architecture.md): who may import whom. */
const only = (from, ...allowed) => ({
  name: `${from}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [from, ...allowed].map((name) => `^src/${name}(/|[.]ts$)`) },
});
const sdk = (name, folder, pattern) => ({
  name: `${name}-stays-in-${folder}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${folder}/` },
  to: { path: pattern },
});
const domain = ['programme', 'questions', 'reporting', 'digest', 'publication', 'cards', 'locales'];
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('programme'),
    only('questions', 'programme'),
    only('reporting', 'programme'),
    only('digest', 'programme', 'reporting'),
    only('publication', 'programme'),
    only('locales', 'programme', 'questions', 'reporting', 'digest'),
    only('cards', 'programme', 'questions', 'reporting', 'digest', 'publication', 'locales'),
    only('store', 'programme'),
    only('telemetry', 'programme'),
    only('teams', ...domain, 'loopback'),
    only('jobs', ...domain),
    only('http', ...domain, 'loopback'),
    // The operator's command line is a second door to the same house: it may read the configuration and open the store.
    // Which documents lead to people on the platform is known to teams alone.
    only('cli', ...domain, 'store', 'clock', 'config', 'environment', 'teams/unlisted'),
    sdk('bot-sdk', 'teams', '^node_modules/(botbuilder|botframework-|@microsoft/teams-ai)'),
    sdk('cosmos-sdk', 'store', '^node_modules/@azure/cosmos'),
    sdk('libsql', 'store', '^node_modules/@libsql'),
    sdk('openai', 'teams/planner', '^node_modules/openai'),
    sdk('opentelemetry', 'telemetry', '^node_modules/@opentelemetry'),
    sdk('restify', 'http', '^node_modules/restify'),
    {
      name: 'domain-has-no-io',
      severity: 'error',
      from: { path: '^src/(programme|questions|reporting|digest|publication|cards|locales)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util)$' },
    },
    {
      name: 'only-main-wires',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|wiring|cli/)' },
      to: { path: '^src/(main|wiring)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
  },
};
