import { readConfig, type Config } from '../../config.js';
import { loadEnvFile, problemText } from '../../environment.js';
import { Failure } from '../failure.js';

/** What is set for a real installation is empty in the demo, which makes it local mode with the embedded store. */
const NOT_FOR_THE_DEMO = [
  ...['NODE_ENV', 'HOST', 'BOT_ID', 'BOT_TYPE', 'BOT_TENANT_ID', 'BOT_PASSWORD'],
  ...['COSMOS_ENDPOINT', 'COSMOS_KEY', 'COSMOS_DATABASE', 'JOBS_TOKEN'],
];

/** The environment and a `.env` file, freed of what is meant for a real installation. */
export function demoEnvironment(): NodeJS.ProcessEnv {
  loadEnvFile();
  return { ...process.env, ...Object.fromEntries(NOT_FOR_THE_DEMO.map((name) => [name, ''])) };
}

/** The configuration the demo's bot will have; fails with all problems. */
export function demoConfig(): Config {
  const read = readConfig(demoEnvironment());
  if (read.ok) return read.config;
  const problems = read.problems.map((problem) => `  ${problemText(problem)}`);
  throw new Failure(['The configuration has problems:', ...problems].join('\n'));
}
