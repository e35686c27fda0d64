import type { Config } from '../../config.js';
import type { Problem } from '../../environment.js';
import { advice, fault, ok, type Check } from './check.js';

/** Shorter tokens can be guessed. */
const TOKEN_LENGTH = 24;

export function problemChecks(problems: readonly Problem[]): Check[] {
  return problems.map(({ variable, what, fix }) =>
    fault('configuration', `${variable} ${what}`, `${fix.charAt(0).toUpperCase()}${fix.slice(1)}.`),
  );
}

export function configurationChecks(config: Config): Check[] {
  return [jobsRoute(config), planner(config)];
}

function jobsRoute({ local, jobsToken }: Config): Check {
  if (local) return ok('jobs route', 'open, as it is in local mode');
  if (jobsToken === null) {
    return ok('jobs route', 'off (no JOBS_TOKEN); the embedded scheduler does the work');
  }
  if (jobsToken.length >= TOKEN_LENGTH) return ok('jobs route', 'on, with a token');
  const fix = `Use a random JOBS_TOKEN of at least ${TOKEN_LENGTH} characters, e.g. from: openssl rand -hex 32`;
  return advice('jobs route', 'the token is short enough to be guessed', fix);
}

function planner({ model }: Config): Check {
  if (!model) return ok('language model', 'off; the embedded understanding reads the questions');
  return ok('language model', model.kind === 'azure' ? `Azure OpenAI, ${model.deployment}` : `${model.model}`);
}
