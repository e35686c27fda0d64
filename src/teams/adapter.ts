import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import {
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions as Settings,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { BotFrameworkAuthentication, ServiceClientCredentialsFactory } from 'botframework-connector';
import { AuthenticationConstants, ClaimsIdentity } from 'botframework-connector';
import { TeamsAdapter } from './teams-ai.js';
import { Authentication } from './authentication.js';
import { sendWhole, type Patience } from './clients.js';
import type { PlatformEndpoints, Registration } from './connection.js';
import { loopbackOnly, platformOnly, type ServiceUrlRule } from './service-url.js';

/** What tests replace to run the real checks without Microsoft's cloud. */
export interface AdapterOverrides {
  endpoints?: PlatformEndpoints;
  credentials?: ServiceClientCredentialsFactory;
  serviceUrlAllowed?: ServiceUrlRule;
  /** By default ten seconds a call. */
  patience?: Patience;
}

/** botbuilder's adapter with our authentication, taking a parsed activity instead of a web framework's request. */
export class LotseAdapter extends TeamsAdapter {
  protected override readonly botFrameworkAuthentication: BotFrameworkAuthentication;

  constructor(authentication: Authentication, settings: Settings, credentials: ServiceClientCredentialsFactory) {
    super(settings, credentials);
    this.botFrameworkAuthentication = authentication;
  }

  /** Runs one turn; resolves to the answer of an invoke. Rejects with Refused when the request is not let in. */
  receive(
    authorization: string,
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity as Activity, logic);
  }
}

/** Makes the adapter; without a registration it lets everybody in. Throws when the registration is incomplete. */
export function createAdapter(bot: Registration | null, overrides: AdapterOverrides = {}): LotseAdapter {
  sendWhole();
  const settings = bot ? settingsOf(bot, overrides.endpoints) : {};
  const credentials = overrides.credentials ?? new ConfigurationServiceClientCredentialFactory(settings);
  const self = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: bot?.id ?? '' },
    { type: AuthenticationConstants.AppIdClaim, value: bot?.id ?? '' },
  ]);
  const issuer = overrides.endpoints?.tokenIssuer ?? AuthenticationConstants.ToBotFromChannelTokenIssuer;
  const authentication = new Authentication(
    new ConfigurationBotFrameworkAuthentication(settings, credentials),
    self,
    bot && { issuer, tenant: bot.tenant },
    overrides.serviceUrlAllowed ?? (bot ? platformOnly : loopbackOnly),
    overrides.patience,
  );
  return new LotseAdapter(authentication, settings, credentials);
}

function settingsOf(bot: Registration, endpoints?: PlatformEndpoints): Settings {
  // With an empty id the SDK lets everybody in, with an unknown type it takes any tenant.
  if (!bot.id || !bot.tenant || !['UserAssignedMSI', 'SingleTenant'].includes(bot.type)) {
    throw new Error('the bot registration is incomplete: id, tenant and type are needed');
  }
  return {
    MicrosoftAppId: bot.id,
    MicrosoftAppType: bot.type,
    MicrosoftAppTenantId: bot.tenant,
    ...(bot.type === 'SingleTenant' ? { MicrosoftAppPassword: bot.password ?? '' } : {}),
    ...(endpoints && {
      ToChannelFromBotLoginUrl: endpoints.loginUrl,
      ToChannelFromBotOAuthScope: endpoints.oauthScope,
      ToBotFromChannelTokenIssuer: endpoints.tokenIssuer,
      OAuthUrl: endpoints.oauthUrl,
      ToBotFromChannelOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: endpoints.emulatorOpenIdMetadataUrl,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: true,
    }),
  };
}
