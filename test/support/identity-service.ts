/* eslint-disable @typescript-eslint/no-explicit-any -- the SDK types credentials loosely */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import { exportJWK, generateKeyPair, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import type { AdapterOverrides } from '../../src/teams/adapter.js';
import { loopbackOnly } from '../../src/teams/service-url.js';

export const BOT_ID = '0b7d4a3e-5f6c-4d2a-9b8e-1c2d3e4f5a6b';
export const ISSUER = 'https://api.botframework.com';
/** Who issues the tokens of the Bot Framework Emulator and of other bots: the directory. */
export const DIRECTORY = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** The platform's identity service on loopback: publishes keys as the real one does, and signs whatever a test wants. */
export class IdentityService {
  private constructor(
    private readonly server: http.Server,
    readonly url: string,
    readonly keys: { teams: Keys; webchat: Keys; curve: Keys; stranger: Keys },
  ) {}

  static async start(): Promise<IdentityService> {
    const rsa = () => generateKeyPair('RS256', { extractable: true });
    const keys = {
      teams: await rsa(),
      webchat: await rsa(),
      curve: await generateKeyPair('ES256', { extractable: true }),
      stranger: await rsa(),
    };
    const published = [
      { ...(await exportJWK(keys.teams.publicKey)), kid: 'teams', endorsements: ['msteams'] },
      { ...(await exportJWK(keys.webchat.publicKey)), kid: 'webchat', endorsements: ['webchat'] },
      { ...(await exportJWK(keys.curve.publicKey)), kid: 'curve', endorsements: ['msteams'] },
    ];
    const server = http.createServer((req, res) => {
      const jwks_uri = `http://${req.headers.host}/keys`;
      res.setHeader('content-type', 'application/json');
      res.end(JSON.stringify(req.url === '/keys' ? { keys: published } : { issuer: ISSUER, jwks_uri }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new IdentityService(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** What the adapter needs to trust this service, and to sign what it sends with a fixed token. */
  overrides(): AdapterOverrides {
    return {
      endpoints: {
        loginUrl: this.url,
        oauthScope: ISSUER,
        tokenIssuer: ISSUER,
        oauthUrl: this.url,
        openIdMetadataUrl: `${this.url}/channel`,
        emulatorOpenIdMetadataUrl: `${this.url}/emulator`,
      },
      credentials: new FixedCredentials(BOT_ID, 'secret', 'tenant'),
      serviceUrlAllowed: loopbackOnly,
    };
  }

  /** A token; without changes it is the one the platform would send for `serviceurl`. */
  sign(
    serviceurl: string,
    {
      claims = {},
      header = {},
      key = this.keys.teams,
    }: { claims?: JWTPayload; header?: Partial<JWTHeaderParameters>; key?: Keys } = {},
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const whole = { iss: ISSUER, aud: BOT_ID, iat: now, nbf: now - 60, exp: now + 3600, serviceurl, ...claims };
    // JSON leaves out what a test set to undefined.
    const payload = JSON.parse(JSON.stringify(whole)) as JWTPayload;
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: 'teams', typ: 'JWT', ...header })
      .sign(key.privateKey);
  }
}

class FixedCredentials extends PasswordServiceClientCredentialFactory {
  override createCredentials(): Promise<any> {
    return Promise.resolve({
      signRequest(request: { headers: { set(name: string, value: string): void } }) {
        request.headers.set('authorization', 'Bearer outbound');
        return Promise.resolve(request);
      },
    });
  }
}
