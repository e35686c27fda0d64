/** How the bot is registered with the platform. Without a registration nobody is authenticated (local mode). */
export interface Registration {
  /** The bot's app id. */
  id: string;
  type: 'UserAssignedMSI' | 'SingleTenant';
  /** The tenant of the registration; only its people are let in. */
  tenant: string;
  /** Only for `SingleTenant`. */
  password: string | null;
}

/** Where the platform's identity service is. Only tests have another one than Microsoft's public cloud. */
export interface PlatformEndpoints {
  loginUrl: string;
  oauthScope: string;
  tokenIssuer: string;
  oauthUrl: string;
  openIdMetadataUrl: string;
  emulatorOpenIdMetadataUrl: string;
}
