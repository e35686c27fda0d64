import { TurnState } from './teams-ai.js';

/**
 * A turn's state that is never loaded or saved: concurrent turns overwrite one another's, so what Lotse keeps is in its
 * own store. teams-ai itself only needs something to look at while a turn lives.
 */
export class NoState extends TurnState {
  readonly #scopes: Record<'temp' | 'user' | 'conversation', any> = { temp: {}, user: {}, conversation: {} };

  override get temp(): any {
    return this.#scopes.temp;
  }
  override get user(): any {
    return this.#scopes.user;
  }
  override get conversation(): any {
    return this.#scopes.conversation;
  }
  override load(): Promise<boolean> {
    return Promise.resolve(false);
  }
  override save(): Promise<void> {
    return Promise.resolve();
  }
}
