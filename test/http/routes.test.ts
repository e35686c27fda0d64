import { afterEach, describe, expect, it } from '@jest/globals';
import { aProgramme, aProject } from '../builders.js';
import { startBot, type BotOptions, type TestBot } from '../support/bot.js';

const REGISTRATION = {
  id: '00000000-0000-4000-8000-000000000001',
  type: 'SingleTenant',
  tenant: 't',
  password: 'p',
} as const;
let bot: TestBot;
afterEach(() => bot.close());
const start = async (options: BotOptions = {}) => {
  bot = await startBot({ programme: aProgramme(), ...options });
};
const get = (path: string, init?: RequestInit) => fetch(`${bot.url}${path}`, init);

describe('health', () => {
  it('is told by /healthz as long as the process serves', async () => {
    await start({ programme: null });
    expect((await get('/healthz')).status).toBe(200);
  });

  it('/readyz is 503 with a reason until a programme is loaded', async () => {
    await start({ programme: null });
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'not ready', reason: 'no programme has been imported' });
    await bot.ledger.importProgramme(aProgramme(), [], { by: null, at: '2026-05-18T08:00:00Z', why: null });
    expect((await get('/readyz')).status).toBe(200);
  });

  it('/readyz is 503 with a reason when the store does not answer', async () => {
    await start();
    await bot.store.close();
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect((await response.json()).reason).toBe('the store does not answer');
  });
});

describe('jobs', () => {
  const runs: [string, Date | null][] = [];
  const runJob = (job: string, at: Date | null) => {
    runs.push([job, at]);
    return Promise.resolve(
      job === 'digest' ? { job, week: '2026-W20', planned: 1, sent: 1, skipped: 0, failed: 0 } : undefined,
    );
  };
  afterEach(() => {
    runs.length = 0;
  });
  const run = (job: string, init: RequestInit = {}) => get(`/api/jobs/${job}`, { method: 'POST', ...init });
  const json = (body: unknown) => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

  it('run at once in local mode, for the instant that was asked for', async () => {
    await start({ runJob });
    const response = await run('digest', json({ at: '2026-05-25T13:00:00+02:00' }));
    expect(await response.json()).toEqual({
      job: 'digest',
      week: '2026-W20',
      planned: 1,
      sent: 1,
      skipped: 0,
      failed: 0,
    });
    expect(runs).toEqual([['digest', new Date('2026-05-25T11:00:00Z')]]);
  });

  it.each([[{}], [{ headers: { 'content-type': 'application/json' } }], [json({})], [json({ at: null })]])(
    'need no body (%j)',
    async (init) => {
      await start({ runJob });
      expect((await run('digest', init)).status).toBe(200);
      expect(runs).toEqual([['digest', null]]);
    },
  );

  it('that do not exist are 404', async () => {
    await start({ runJob });
    expect((await run('launch')).status).toBe(404);
  });

  it.each([[{ at: 'gestern' }], [{ at: 5 }], [{ at: '2026-13-45' }], [[]], [null], ['now']])(
    'refuse %j',
    async (body) => {
      await start({ runJob });
      expect((await run('digest', json(body))).status).toBe(400);
      expect(runs).toEqual([]);
    },
  );

  it('are not there without a token outside local mode', async () => {
    await start({ runJob, registration: REGISTRATION });
    expect((await run('digest')).status).toBe(404);
    expect((await run('digest', { headers: { authorization: 'Bearer ' } })).status).toBe(404);
  });

  it('need the whole token where there is one, local mode or not', async () => {
    for (const registration of [REGISTRATION, null]) {
      await bot?.close();
      await start({ runJob, registration, jobsToken: 'a-long-secret' });
      for (const authorization of [
        '',
        'a-long-secret',
        'Bearer',
        'Bearer ',
        'Bearer a-long',
        'Bearer a-long-secret-',
        'Basic a-long-secret',
      ]) {
        const response = await run('digest', { headers: { authorization } });
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toBe('Bearer');
      }
      expect(runs).toEqual([]);
      expect((await run('digest', { headers: { authorization: 'Bearer a-long-secret' } })).status).toBe(200);
      runs.length = 0;
    }
  });

  it('run for no web page but those of this machine in local mode', async () => {
    await start({ runJob });
    const pages = ['https://evil.example', 'http://127.0.0.1.evil.example', `http://evil.example:3978`, 'null', 'x'];
    for (const origin of pages) {
      const response = await run('digest', { headers: { origin } });
      expect(response.status).toBe(403);
      expect((await response.json()).error.message).toContain('pages of this machine');
    }
    expect(runs).toEqual([]);
    for (const origin of ['http://localhost:56150', 'http://127.0.0.1', 'http://[::1]:56150']) {
      expect((await run('digest', { headers: { origin } })).status).toBe(200);
    }
  });

  it('are for whoever has the token outside local mode, whatever page they come from', async () => {
    await start({ runJob, registration: REGISTRATION, jobsToken: 's' });
    const headers = { origin: 'https://scheduler.example', authorization: 'Bearer s' };
    expect((await run('digest', { headers })).status).toBe(200);
  });

  it('take no instant outside local mode', async () => {
    await start({ runJob, registration: REGISTRATION, jobsToken: 's' });
    const { body, headers } = json({ at: '2026-05-25T13:00:00Z' });
    expect((await run('digest', { body, headers: { ...headers, authorization: 'Bearer s' } })).status).toBe(400);
    expect(runs).toEqual([]);
  });
});

describe('everything else', () => {
  it('open data holds what is published', async () => {
    const projects = [aProject({ id: 'open', published: true }), aProject({ id: 'closed', published: false })];
    await start({ programme: aProgramme({ projects }) });
    const response = await get('/api/programme');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((await response.json()).projects.map((project: { id: string }) => project.id)).toEqual(['open']);
  });

  it('open data is 503 without a programme', async () => {
    await start({ programme: null });
    expect((await get('/api/programme')).status).toBe(503);
  });

  it.each([
    ['GET', '/'],
    ['GET', '/api'],
    ['GET', '/api/jobs'],
    ['GET', '/%2e%2e/etc/passwd'],
    ['GET', '/%'],
    ['POST', '/healthz'],
    ['GET', '/api/messages'],
    ['PUT', '/api/messages'],
    ['DELETE', '/api/programme'],
    ['OPTIONS', '/api/messages'],
  ])('%s %s is refused as JSON', async (method, path) => {
    await start();
    const response = await get(path, { method });
    expect([400, 404, 405]).toContain(response.status);
    expect(await response.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
  });

  it('every answer carries the security headers and does not say what serves it', async () => {
    await start();
    for (const path of ['/healthz', '/nothing', '/api/programme']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('a bug of ours is told without a stack and logged with one', async () => {
    await start({ runJob: () => Promise.reject(new Error('secret at /home/x')) });
    const response = await get('/api/jobs/digest', { method: 'POST' });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secret');
    expect(text).not.toContain('.ts');
    expect(bot.log.at('error')).toHaveLength(1);
  });

  it('what an error says, be it several lines, is in no log', async () => {
    const fail = () =>
      Promise.reject(new Error('first: Erika Muster\nsecond: Erika Muster', { cause: 'Erika Muster' }));
    await start({ runJob: fail });
    expect((await get('/api/jobs/digest', { method: 'POST' })).status).toBe(500);
    expect(bot.log.at('error')).toHaveLength(1);
    expect(JSON.stringify(bot.log.lines)).not.toContain('Erika Muster');
  });

  it('a job that needs the database while it is away is 503 and no bug of ours', async () => {
    await start();
    await bot.store.close();
    const response = await get('/api/jobs/digest', { method: 'POST' });
    expect(response.status).toBe(503);
    expect((await response.json()).error.code).toBe('StoreUnavailable');
    expect(bot.log.at('error')).toEqual([]);
  });

  it('stopping finishes what is under way and takes nothing new', async () => {
    let finish: (result: object) => void = () => undefined;
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    await start({
      runJob: () => {
        begun();
        return new Promise((resolve) => (finish = resolve));
      },
    });
    const underWay = get('/api/jobs/digest', { method: 'POST' });
    await started;
    const stopped = bot.stop();
    await expect(get('/healthz')).rejects.toThrow();
    finish({ done: true });
    expect(await (await underWay).json()).toEqual({ done: true });
    await stopped;
  });
});
