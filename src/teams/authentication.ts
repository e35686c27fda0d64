import {
  AuthenticationError,
  BotFrameworkAuthentication,
  type AuthenticateRequestResult,
  type Claim,
  type ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type Activity, type BotFrameworkClient } from 'botbuilder';
import { CachedConnectors, type Patience } from './clients.js';
import { Refused } from './refused.js';
import type { ServiceUrlRule } from './service-url.js';

/** What a request must satisfy beyond being signed by the platform; null in local mode. */
export interface Admission {
  issuer: string;
  tenant: string;
}

/**
 * The SDK's authentication with the gaps closed: every failed check is a Refused(401), the token must come from the
 * channel itself and name the activity's service URL, the people must be of an allowed tenant, and answers go to the
 * platform's hosts only. Clients are kept between turns.
 */
export class Authentication extends BotFrameworkAuthentication {
  readonly #replies: CachedConnectors;
  readonly #proactive: CachedConnectors;
  #tokenClient: Promise<UserTokenClient> | undefined;
  #unchecked: AuthenticateRequestResult | undefined;

  constructor(
    private readonly inner: ConfigurationBotFrameworkAuthentication,
    private readonly self: ClaimsIdentity,
    private readonly admission: Admission | null,
    private readonly serviceUrlAllowed: ServiceUrlRule,
    patience?: Patience,
  ) {
    super();
    const factory = () => inner.createConnectorFactory(self);
    const options = { allowed: serviceUrlAllowed, patience };
    this.#replies = new CachedConnectors(factory, { ...options, retrying: true });
    this.#proactive = new CachedConnectors(factory, { ...options, retrying: false });
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    // Other channels have other rules for their tokens (the SDK even a way round the service URL); Lotse lives in Teams.
    if (this.admission && activity.channelId !== 'msteams') throw new Refused(403, 'not the Teams channel');
    const result = await this.#authenticate(activity, header);
    if (this.admission) this.#admit(this.admission, activity, result.claimsIdentity.claims);
    if (!this.serviceUrlAllowed(activity.serviceUrl)) throw new Refused(403, 'service URL is not of the platform');
    return { ...result, connectorFactory: this.#replies };
  }

  /** Without a registration and a token nobody is checked, and the SDK finds the same each time. */
  async #authenticate(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const unchecked = !this.admission && header === '';
    if (unchecked && this.#unchecked) return this.#unchecked;
    const found = await this.inner.authenticateRequest(activity, header).catch((error: unknown) => {
      throw new Refused(401, reasonOf(error), { cause: error });
    });
    if (unchecked) this.#unchecked = found;
    return found;
  }

  #admit({ issuer, tenant }: Admission, activity: Activity, claims: Claim[]): void {
    const claim = (type: string) => claims.find((one) => one.type === type)?.value;
    if (typeof (claim('exp') as unknown) !== 'number') throw new Refused(401, 'token never expires');
    if (claim('iss') !== issuer) throw new Refused(401, 'token is not of the channel');
    if (claim('serviceurl') !== activity.serviceUrl) throw new Refused(401, 'token is for another service URL');
    const named = [activity.channelData?.tenant?.id, activity.conversation?.tenantId].filter(Boolean);
    // GUIDs come in either case, from the platform as from whoever configured ours.
    const same = (one: string | undefined) => one?.toLowerCase() === tenant.toLowerCase();
    if (named.length === 0 || !named.every(same)) throw new Refused(403, 'foreign tenant');
  }

  /** For messages that Lotse begins: single attempts. */
  override createConnectorFactory(_identity: ClaimsIdentity): ConnectorFactory {
    return this.#proactive;
  }

  override createUserTokenClient(_identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#tokenClient ??= this.inner.createUserTokenClient(this.self);
    return this.#tokenClient;
  }

  override authenticateChannelRequest(header: string): Promise<ClaimsIdentity> {
    return this.inner.authenticateChannelRequest(header);
  }

  /** Streaming connections are not offered. */
  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Refused(401, 'streaming is not offered'));
  }

  override createBotFrameworkClient(): BotFrameworkClient {
    return this.inner.createBotFrameworkClient();
  }
}

/** Other errors than these may quote the token, as that of a parser does. */
const QUOTING_NOTHING = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not authentic';
  return error instanceof AuthenticationError || QUOTING_NOTHING.has(error.name) ? error.message : error.name;
}
