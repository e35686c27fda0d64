import { createRequire } from 'node:module';
import { LRUCache } from 'lru-cache';
import { retryPolicy } from '@azure/core-rest-pipeline';
import type { PipelinePolicy, PipelineRequest } from '@azure/core-rest-pipeline';
import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { NoToken } from './delivery.js';
import { Refused } from './refused.js';
import { retryReplies } from './retry.js';
import type { ServiceUrlRule } from './service-url.js';

/** After this long, repetitions included, a call to the platform is given up. */
const TIMEOUT_MS = 10_000;

/** Makes the signal that gives a call to the platform up. */
export type Patience = (request: PipelineRequest) => AbortSignal;

/**
 * Connector clients by service URL. The SDK builds one for every turn, which costs a quarter of it, and repeats POSTs
 * on 429, 500 and 502, which posts messages twice; these are kept, and repeat what the platform allows
 * (`retrying: true`) or nothing.
 */
export class CachedConnectors implements ConnectorFactory {
  readonly #clients = new LRUCache<string, Promise<ConnectorClient>>({ max: 100 });

  constructor(
    private readonly factory: () => ConnectorFactory,
    private readonly options: { retrying: boolean; allowed: ServiceUrlRule; patience?: Patience | undefined },
  ) {}

  /** Rejects with Refused for a service URL that is not the platform's, wherever it comes from: an old store, too. */
  create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    if (!this.options.allowed(serviceUrl))
      return Promise.reject(new Refused(403, 'service URL is not of the platform'));
    const key = `${serviceUrl} ${audience ?? ''}`;
    let client = this.#clients.get(key);
    if (!client) {
      client = this.factory()
        .create(serviceUrl, audience as string)
        .then((made) => this.#prepare(made));
      this.#clients.set(key, client);
      client.catch(() => this.#clients.delete(key));
    }
    return client;
  }

  #prepare(client: ConnectorClient): ConnectorClient {
    const { credentials, client: inner } = client as any;
    const { pipeline } = inner;
    for (const name of NOT_WANTED) pipeline.removePolicy({ name });
    pipeline.addPolicy(forgetful);
    pipeline.addPolicy(signed(credentials));
    pipeline.addPolicy(deadline(this.options.patience ?? (() => AbortSignal.timeout(TIMEOUT_MS))));
    if (this.options.retrying) pipeline.addPolicy(retryPolicy([retryReplies], { maxRetries: 3 }), { phase: 'Retry' });
    return client;
  }
}

/**
 * No forms are sent, redirects would lead away from the checked service URL, and what is said is in no log. The SDK's own
 * signing copies the request back and forth between two forms of it.
 */
const NOT_WANTED = [
  'defaultRetryPolicy',
  'redirectPolicy',
  'formDataPolicy',
  'multipartPolicy',
  'logPolicy',
  'ServiceClientContext_RequestPolicyFactories',
  'ServiceClientContext_Credentials_SignRequest',
];

/** Puts the token on a call. One without a token was not made; the outbox must be able to tell. */
function signed(credentials: { signRequest(request: unknown): Promise<unknown> }): PipelinePolicy {
  return {
    name: 'signed',
    async sendRequest(request, next) {
      request.headers.set('Accept', '*/*');
      // Not the request itself: the SDK's compiled functions hold on to what they are given, too.
      await credentials.signRequest({ headers: request.headers }).catch((cause: unknown) => {
        throw new NoToken('no token for the platform', { cause });
      });
      return next(request);
    },
  };
}

/** The SDK's own time-out ends before the body is read, and outlives a call that failed. */
function deadline(patience: Patience): PipelinePolicy {
  return {
    name: 'deadline',
    sendRequest(request, next) {
      request.abortSignal ??= patience(request);
      return next(request);
    },
  };
}

/**
 * The SDK ties each call to its response and holds both until the whole heap is collected (its async functions are compiled
 * to generators, of which V8 keeps what they were given); what was said need not be.
 */
const forgetful: PipelinePolicy = {
  name: 'forgetful',
  async sendRequest(request, next) {
    try {
      return await next(request);
    } finally {
      delete request.body;
    }
  },
};

/**
 * The SDK copies an activity field by field and drops what it does not know (of an entity all but `type`, `text` and
 * `mentioned`: citations, the AI label and stream information); that also costs more than the rest of the sending. This
 * makes it send activities as they are.
 */
export function sendWhole(): void {
  const require = createRequire(import.meta.url);
  const mappers = require('botframework-connector/lib/connectorApi/models/mappers.js');
  mappers.Activity.type.name = 'any';
}
