import type { Config } from '../../config.js';
import { advice, ok, type Check } from './check.js';

const PATIENCE_MS = 10_000;

/** Whether the abridged registers are where links to them are taken to lead. */
export async function publicationCheck({ publicationUrl }: Pick<Config, 'publicationUrl'>): Promise<Check> {
  if (publicationUrl === null) return ok('publication', 'no PUBLICATION_URL; links to projects get no preview');
  const fix = `Run npm run lotse -- publish, put registers.de.html there, or set PUBLICATION_URL to where it is.`;
  try {
    const response = await fetch(publicationUrl, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const page = await response.text();
    if (!response.ok) return advice('publication', `${publicationUrl} answers ${response.status}`, fix);
    if (!page.includes('project-')) return advice('publication', `${publicationUrl} is no page of the registers`, fix);
    return ok('publication', publicationUrl);
  } catch {
    return advice('publication', `${publicationUrl} cannot be reached from here`, fix);
  }
}
