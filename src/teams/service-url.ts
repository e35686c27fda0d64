import { isLoopback } from '../loopback.js';

/** Whether Lotse may send to a service URL; anything else would make it a courier to any address. */
export type ServiceUrlRule = (url: string) => boolean;

/**
 * The platform's own hosts over HTTPS: the Teams connector (public cloud and EU), and the Bot Framework's.
 * https://learn.microsoft.com/azure/bot-service/bot-builder-concept-authentication
 */
export const platformOnly: ServiceUrlRule = (url) => {
  const { protocol, hostname, username, port } = new URL(url);
  const known =
    hostname === 'smba.trafficmanager.net' ||
    hostname.endsWith('.teams.microsoft.com') ||
    hostname.endsWith('.botframework.com');
  return protocol === 'https:' && known && username === '' && port === '';
};

/** This machine: what stands in for the platform in local mode. */
export const loopbackOnly: ServiceUrlRule = (url) => {
  return isLoopback(new URL(url).hostname);
};
