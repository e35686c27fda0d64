import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicationCheck } from '../../../src/cli/doctor/publication-check.js';
import { registrationCheck } from '../../../src/cli/doctor/registration-check.js';

const ID = '12345678-90ab-cdef-1234-567890abcdef';
const SECRET = 'right';
const bot = { id: ID, type: 'SingleTenant' as const, tenant: 'our-tenant', password: SECRET };
let server: Server;
let address: string;

/** Answers as Entra ID does (learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow). */
beforeAll(async () => {
  server = createServer((req, res) => {
    const say = (status: number, body: object | string) => {
      // Not chained: restify makes writeHead return nothing on every server of the process.
      res.statusCode = status;
      res.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (req.url === '/registers') return say(200, '<h2 id="project-akte">E-Akte</h2>');
    if (req.url === '/start') return say(200, '<h1>Stadt</h1>');
    if (req.url !== '/our-tenant/oauth2/v2.0/token') {
      return say(req.method === 'POST' ? 400 : 404, { error: 'invalid_request', error_codes: [90002] });
    }
    let text = '';
    req
      .on('data', (chunk) => (text += String(chunk)))
      .on('end', () => {
        const form = new URLSearchParams(text);
        if (form.get('client_id') !== ID) return say(400, { error: 'unauthorized_client', error_codes: [700016] });
        if (form.get('client_secret') === 'busy') return say(503, { error: 'temporarily_unavailable' });
        if (form.get('client_secret') !== SECRET) return say(401, { error: 'invalid_client', error_codes: [7000215] });
        const right = form.get('scope') === 'https://api.botframework.com/.default';
        return right ? say(200, { access_token: 't', token_type: 'Bearer', expires_in: 3599 }) : say(400, {});
      });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const check = (changed: Partial<typeof bot> = {}, authority = address) =>
  registrationCheck({ local: false, host: '0.0.0.0', port: 3978, bot: { ...bot, ...changed } }, authority);

describe('the registration', () => {
  it('is well where the directory gives a token for it', async () => {
    expect(await check()).toMatchObject({ level: 'ok', text: expect.stringContaining('the directory accepts it') });
  });
  it.each<[string, Partial<typeof bot>, string, string]>([
    ['a wrong secret', { password: 'old' }, 'fault', 'BOT_PASSWORD'],
    ['an app nobody knows', { id: ID.replace('1', '2') }, 'fault', 'BOT_ID'],
    ['a tenant nobody knows', { tenant: 'other' }, 'fault', 'BOT_TENANT_ID'],
    ['a directory that is busy', { password: 'busy' }, 'advice', 'Try again'],
  ])('tells %s and what to do', async (_what, changed, level, fix) => {
    const found = await check(changed);
    expect(found).toMatchObject({ level, fix: expect.stringContaining(fix) });
    expect(JSON.stringify(found)).not.toContain(changed.password ?? SECRET);
  });
  it('cannot be tried where the directory is out of reach', async () => {
    expect(await check({}, 'http://127.0.0.1:1')).toMatchObject({
      level: 'advice',
      fix: expect.stringContaining('Allow connections to 127.0.0.1:1'),
    });
  });
  it('of a managed identity is tried by the bot only, and none is needed in local mode', async () => {
    const managed = { ...bot, type: 'UserAssignedMSI' as const, password: null };
    const where = { host: '127.0.0.1', port: 0 };
    expect(await registrationCheck({ ...where, local: false, bot: managed }, address)).toMatchObject({ level: 'ok' });
    expect((await registrationCheck({ ...where, local: true, bot: null }, address)).text).toContain('local mode');
  });
});

describe('the publication', () => {
  it.each([
    ['/registers', 'ok', ''],
    ['/start', 'advice', 'is no page of the registers'],
    ['/nothing', 'advice', 'answers 404'],
  ])('%s: %s %s', async (path, level, text) => {
    const found = await publicationCheck({ publicationUrl: `${address}${path}` });
    expect(found).toMatchObject({ level, text: expect.stringContaining(text) });
  });
  it('out of reach is told, and none is none', async () => {
    const far = await publicationCheck({ publicationUrl: 'http://127.0.0.1:1/' });
    expect(far).toMatchObject({ level: 'advice', fix: expect.stringContaining('publish') });
    expect(await publicationCheck({ publicationUrl: null })).toMatchObject({ level: 'ok' });
  });
});
