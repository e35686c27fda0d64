import { LRUCache } from 'lru-cache';
import { isLoopback } from '../loopback.js';

/** Whether Lotse may send to a service URL; anything else would make it a courier to any address. */
export type ServiceUrlRule = (url: string) => boolean;

/** Everything comes from a handful of addresses, over and over. */
const MOST_REMEMBERED = 100;

/** Asks a rule once for each address. */
function remembering(rule: ServiceUrlRule): ServiceUrlRule {
  const known = new LRUCache<string, boolean>({ max: MOST_REMEMBERED, memoMethod: rule });
  return (url) => known.memo(url);
}

/**
 * Whether it is an absolute `http` or `https` address in printable ASCII, without blanks and backslashes: those `URL` puts
 * right by itself, but whoever joins addresses as texts does not.
 */
export const isWebAddress = remembering((url) => /^https?:\/\/[!-[\]-~]+$/i.test(url) && URL.canParse(url));

/**
 * The platform's own hosts over HTTPS: the Teams connector (public cloud and EU), and the Bot Framework's.
 * https://learn.microsoft.com/azure/bot-service/bot-builder-concept-authentication
 */
export const platformOnly = remembering((url) => {
  const { protocol, hostname, username, password, port } = new URL(url);
  const known =
    hostname === 'smba.trafficmanager.net' ||
    hostname.endsWith('.teams.microsoft.com') ||
    hostname.endsWith('.botframework.com');
  return protocol === 'https:' && known && username === '' && password === '' && port === '';
});

/** This machine: what stands in for the platform in local mode. */
export const loopbackOnly = remembering((url) => isLoopback(new URL(url).hostname));
