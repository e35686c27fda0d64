import type { TurnContext } from 'botbuilder';
import { sharedWelcome } from '../cards/welcome/welcome.js';
import { LotseError } from '../programme/errors.js';
import type { Ledger } from '../programme/ledger.js';
import { type Log, trace } from '../programme/log.js';
import type { Person } from '../programme/programme.js';
import { conversationId, conversationKind, type IncomingActivity } from './activity.js';
import type { Acting } from './acting.js';
import type { Conversations } from './conversations.js';
import { helpFor } from './handlers/help.js';
import { type Identity, senderKey } from './identity.js';
import { readersLanguage } from './language.js';
import { type People, senderOf } from './people.js';
import { toActivity } from './reply.js';

/** Comings and goings of the app: Teams tells each of them in two activities, in any order. */
export class Installation {
  constructor(
    private readonly services: { ledger: Ledger; log: Log; local: boolean },
    private readonly people: People,
    private readonly identity: Identity,
    private readonly acting: Acting | null,
    private readonly conversations: Conversations,
  ) {}

  /** Never rejects: nobody asked for anything, so nobody is told of a failure. */
  async handle(context: TurnContext, incoming: IncomingActivity): Promise<void> {
    try {
      if (removesBot(incoming)) await this.#leave(incoming);
      else if (addsBot(incoming)) await this.#arrive(context, incoming);
      else if (isUpgrade(incoming)) await this.#note(context, incoming);
    } catch (error) {
      if (error instanceof LotseError) this.services.log.info({ code: error.code }, 'somebody was not welcomed');
      else this.services.log.error(trace(error), 'an installation could not be dealt with');
    }
  }

  async #note(context: TurnContext, incoming: IncomingActivity): Promise<Person | null> {
    const met = await this.people.meet(context, incoming, this.services.ledger.portfolio()?.programme ?? null);
    await this.people.note(incoming, met);
    return met.actor.person;
  }

  /** Greets once: the person in their chat, all together in a channel or group, never its members one by one. */
  async #arrive(context: TurnContext, incoming: IncomingActivity): Promise<void> {
    const person = await this.#note(context, incoming);
    const conversation = conversationId(incoming);
    if (!(await this.conversations.claimWelcome(conversation))) return;
    const portfolio = this.services.ledger.portfolio();
    const lang = readersLanguage({ person, locale: incoming.locale, programme: portfolio?.programme ?? null });
    const personal = conversationKind(incoming) === 'personal' && portfolio;
    const message = personal
      ? helpFor(portfolio, { person, lang }, this.services.local)
      : sharedWelcome(portfolio, lang);
    try {
      await context.sendActivity(toActivity(message));
    } catch (error) {
      await this.conversations.releaseWelcome(conversation);
      throw error;
    }
    this.services.log.info({ kind: conversationKind(incoming) }, 'the app was installed');
  }

  async #leave(incoming: IncomingActivity): Promise<void> {
    const kind = conversationKind(incoming);
    const sender = senderOf(incoming);
    const team = incoming.channelData?.team?.id;
    const known = await this.conversations.find(conversationId(incoming));
    await this.conversations.forget(known ?? { id: conversationId(incoming), user: null, actingAs: null });
    if (kind === 'channel' && team) await this.conversations.forgetTeam(team);
    if (kind === 'personal' && sender) {
      await this.identity.forget(sender);
      await this.acting?.set(senderKey(sender), null);
    }
    this.services.log.info({ kind }, 'the app was removed');
  }
}

function addsBot({ type, action, membersAdded, recipient }: IncomingActivity): boolean {
  if (type === 'installationUpdate') return action === 'add';
  return (membersAdded ?? []).some((member) => member.id === recipient?.id);
}
function removesBot({ type, action, membersRemoved, recipient }: IncomingActivity): boolean {
  if (type === 'installationUpdate') return action === 'remove';
  return (membersRemoved ?? []).some((member) => member.id === recipient?.id);
}
function isUpgrade({ type, action }: IncomingActivity): boolean {
  return type === 'installationUpdate' && action === 'add-upgrade';
}
