import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../src/config.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { createPlanner, type PlannerOptions } from '../../../src/teams/planner/create.js';
import type { LanguageModel } from '../../../src/teams/planner/model.js';
import { startLotse } from '../../../src/wiring.js';
import { TestClock } from '../../support/clock.js';
import { Connector } from '../../support/connector.js';
import { KEY, LanguageModelService } from '../../support/language-model.js';
import { TestLog } from '../../support/log.js';
import { Person } from '../../support/person.js';
import { aTown } from './town.js';

const OVERVIEW = { call: { question: { intent: 'overview' } } };

let service: LanguageModelService;
beforeAll(async () => {
  service = await LanguageModelService.start();
});
afterEach(() => {
  service.requests.length = 0;
});
afterAll(() => service.close());

function plan(model: LanguageModel, more: Partial<PlannerOptions> = {}) {
  const log = new TestLog();
  const clock = new TestClock('2026-05-18T08:00:00Z');
  const programme = aTown();
  const planner = createPlanner(model, { clock, log, ...more });
  const asker = { person: null, department: null, lang: 'de' as const };
  const { topic: topics } = createUnderstanding(programme);
  const input = { programme, asker, context: null, now: clock.now(), topics, working: () => Promise.resolve() };
  return { log, question: planner.plan('Wie steht es?', input) };
}

describe('Azure OpenAI', () => {
  const azure = (apiKey: string | null): LanguageModel => ({
    kind: 'azure',
    endpoint: `${service.url}/`,
    deployment: 'lotse-mini',
    apiKey,
  });

  it('is asked at the deployment, with its key', async () => {
    service.script = [OVERVIEW];
    expect(await plan(azure(KEY)).question).toEqual({ intent: 'overview' });
    expect(service.requests[0]?.path).toMatch(/^\/openai\/deployments\/lotse-mini\/chat\/completions\?api-version=/);
    expect(service.requests[0]?.headers).toMatchObject({ 'api-key': KEY });
  });

  it('is asked with a token where there is no key', async () => {
    service.script = [OVERVIEW];
    const token = () => Promise.resolve(KEY);
    expect(await plan(azure(null), { token }).question).toEqual({ intent: 'overview' });
    expect(service.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${KEY}` });
  });

  it('is given up when the token does not come in time', async () => {
    const asked = plan(azure(null), { token: () => new Promise(() => undefined), timeoutMs: 100 });
    expect(await asked.question).toBeNull();
    expect(asked.log.at('warn')).toMatchObject([{ fields: { reason: 'time-out' } }]);
  });

  it('is not asked without a token', async () => {
    const asked = plan(azure(null), { token: () => Promise.reject(new Error('no identity here')) });
    expect(await asked.question).toBeNull();
    expect(service.requests).toEqual([]);
    expect(asked.log.at('warn')).toMatchObject([{ fields: { reason: 'not-reached', status: null } }]);
  });
});

it('a service that is not there is told apart from one that refuses', async () => {
  const gone = await LanguageModelService.start();
  await gone.close();
  const asked = plan({ kind: 'openai', apiKey: KEY, baseUrl: `${gone.url}/v1`, model: 'small' });
  expect(await asked.question).toBeNull();
  expect(asked.log.at('warn')).toMatchObject([{ fields: { reason: 'not-reached' } }]);
});

it('the environment turns the planner on for the whole bot', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lotse-test-'));
  const connector = await Connector.start();
  const read = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: `${service.url}/v1`,
    OPENAI_MODEL: 'house-model',
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const lotse = await startLotse(read.config, new TestLog());
  service.script = [OVERVIEW];
  const outcome = await new Person(`http://127.0.0.1:${lotse.port}`, connector).say(
    'Wo hakt es bei den Gartenzwergen?',
  );
  expect(outcome.text).toContain('von einem Sprachmodell gelesen');
  expect(service.requests[0]?.body.model).toBe('house-model');
  await lotse.close();
  await connector.close();
  await rm(dataDir, { recursive: true, force: true });
});
