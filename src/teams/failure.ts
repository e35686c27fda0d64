import { randomBytes } from 'node:crypto';
import { md } from '../cards/escape.js';
import { isKey, t } from '../locales/index.js';
import { LotseError } from '../programme/errors.js';
import { StoreUnavailable } from '../programme/store.js';
import { type Log, trace } from '../programme/log.js';
import type { Lang } from '../programme/text.js';

/** What a person is told when their turn failed; what it was is logged under the same reference, without their words. */
export function explain(error: unknown, lang: Lang, where: string, log: Log): string {
  const reference = randomBytes(4).toString('hex').toUpperCase();
  if (error instanceof LotseError) {
    const key = `error.${error.code}`;
    if (isKey(key)) {
      log.info({ reference, where, code: error.code }, 'a turn was declined');
      return t(lang, key, shown(error.details));
    }
  }
  if (error instanceof StoreUnavailable) {
    log.warn({ reference, where }, 'a turn needed the store, which is away');
    return t(lang, 'bot.storeAway');
  }
  log.error({ reference, where, ...trace(error) }, 'a turn failed');
  return t(lang, 'bot.failed', { reference });
}

/** Texts among the details may be what a person typed; in a message they must show as typed. */
function shown(details: LotseError['details']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? md(value) : value]),
  );
}
