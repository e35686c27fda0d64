import type { TurnContext } from 'botbuilder';
import { t } from '../../locales/index.js';
import { LotseError } from '../../programme/errors.js';
import type { Programme } from '../../programme/programme.js';
import type { Allowance } from '../allowance.js';
import { conversationId, conversationKind, type IncomingActivity } from '../activity.js';
import { explain } from '../failure.js';
import { senderKey } from '../identity.js';
import { readersLanguage } from '../language.js';
import { type Met, type People, senderOf } from '../people.js';
import type { Services } from '../services.js';
import type { Turn } from '../turn.js';

/** Somebody uses Lotse from where they write, perhaps where Lotse is no member. */
export interface Visit {
  turn: Turn;
  /**
   * Only what is published may be shown: the programme does not list them, and no roster could be read that tells
   * whether they belong to the administration.
   */
  open: boolean;
}

interface Reception<T> {
  /** What is visited, for logs. */
  name: string;
  /** The platform does not say who it is. */
  anonymous?: boolean;
  say(text: string): T;
  handle(visit: Visit): T | Promise<T>;
}

const NAMELESS: { met: Met; open: boolean } = {
  met: { actor: { person: null, key: '' }, user: null, spoken: null },
  open: true,
};

/** Lets people in to the message extension by the rules that hold in chat, and tells them what went wrong. */
export class Visits {
  constructor(
    private readonly services: Pick<Services, 'ledger' | 'clock' | 'log' | 'telemetry'>,
    private readonly people: People,
    private readonly allowance: Allowance | null,
  ) {}

  /**
   * Handles a visit; whatever stands against it is put into a sentence for `say`. Nothing is noted: neither who came nor
   * the conversation, in which Lotse may not speak.
   */
  async receive<T>(
    context: TurnContext,
    incoming: IncomingActivity,
    { name, anonymous = false, say, handle }: Reception<T>,
  ): Promise<T> {
    const { ledger, clock, log, telemetry } = this.services;
    let lang = readersLanguage({ person: null, locale: incoming.locale });
    try {
      const sender = senderOf(incoming);
      const may = sender && this.allowance ? this.allowance.take(senderKey(sender)) : 'yes';
      if (may === 'say-no') log.warn({}, 'somebody sends too much');
      if (may !== 'yes') return say(t(lang, 'bot.tooMuch'));
      const portfolio = ledger.portfolio();
      if (!portfolio) return say(t(lang, 'bot.noProgramme'));
      const { met, open } = anonymous ? NAMELESS : await this.#meet(context, incoming, portfolio.programme);
      const { programme } = portfolio;
      lang = readersLanguage({ person: met.actor.person, spoken: met.spoken, locale: incoming.locale, programme });
      const conversation = { id: conversationId(incoming), kind: conversationKind(incoming) };
      const working = () => Promise.resolve();
      const turn = {
        actor: met.actor,
        lang,
        now: clock.now(),
        conversation,
        text: '',
        action: null,
        portfolio,
        working,
      };
      telemetry.note({ route: name });
      return await handle({ turn, open });
    } catch (error) {
      return say(explain(error, lang, name, log));
    }
  }

  /** Who it is; guests and other tenants' people are turned away. */
  async #meet(
    context: TurnContext,
    incoming: IncomingActivity,
    programme: Programme,
  ): Promise<{ met: Met; open: boolean }> {
    try {
      return { met: await this.people.meet(context, incoming, programme), open: false };
    } catch (error) {
      if (!(error instanceof LotseError) || error.code !== 'identity.unchecked') throw error;
      const sender = senderOf(incoming);
      const key = sender ? senderKey(sender) : '';
      return { met: { ...NAMELESS.met, actor: { person: null, key } }, open: true };
    }
  }
}
