import { LotseError } from '../../programme/errors.js';
import { StoreUnavailable } from '../../programme/store.js';

/** Does something that needs the store. While the store is away what was typed comes back in words, so that none of it is lost. */
export async function keepTyped<T>(typed: readonly unknown[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const texts = typed.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
    if (!(error instanceof StoreUnavailable) || texts.length === 0) throw error;
    throw new LotseError('store.away', { typed: texts.join(' · ') }, { cause: error });
  }
}
