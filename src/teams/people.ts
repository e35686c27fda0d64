import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { LotseError } from '../programme/errors.js';
import { type Log, trace } from '../programme/log.js';
import type { Programme } from '../programme/programme.js';
import type { Lang } from '../programme/text.js';
import type { Acting } from './acting.js';
import { conversationId, conversationKind, type IncomingActivity } from './activity.js';
import type { ConversationReference, Conversations } from './conversations.js';
import { type Identity, type Member, NOBODY, type Sender, senderKey } from './identity.js';
import { readersLanguage } from './language.js';
import { type AccountFacts, isOutsider } from './membership.js';
import type { Actor } from './turn.js';

/** Who acts in a turn, and the platform's side of them. */
export interface Met {
  actor: Actor;
  user: ConversationReference['user'];
  /** The last language that words told in the conversation; null where none was. */
  spoken: Lang | null;
}

/** Finds out who acts and notes where they can be reached. */
export class People {
  constructor(
    private readonly connectorKey: symbol,
    private readonly identity: Identity,
    /** Only in local mode. */
    private readonly acting: Acting | null,
    private readonly conversations: Conversations,
    /** Of which tenant people must be; null in local mode. */
    private readonly tenant: string | null,
    private readonly log: Log,
  ) {}

  /**
   * Who is behind an activity; in local mode who they act as. Without a programme nobody is recognised. Rejects with a
   * LotseError for whoever gets nothing here (see Identity).
   */
  async meet(context: TurnContext, incoming: IncomingActivity, programme: Programme | null): Promise<Met> {
    const sender = senderOf(incoming);
    if (!sender) return { actor: { person: null, key: '' }, user: null, spoken: null };
    const key = senderKey(sender);
    if (isOutsider(incoming.from ?? {}, this.tenant)) throw new LotseError('identity.outsider');
    const roster = () => this.#member(context.turnState.get(this.connectorKey), incoming, sender.id);
    const { person, userPrincipalName } = programme ? await this.identity.recognise(sender, programme, roster) : NOBODY;
    const actingAs = (await this.acting?.get(key)) ?? null;
    const played = programme?.people.find((one) => one.id === actingAs) ?? person;
    const spoken = await this.conversations.spoken(conversationId(incoming), conversationKind(incoming), key);
    return { actor: { person: played, key }, user: { ...sender, userPrincipalName }, spoken };
  }

  /** Notes where somebody can be reached, after the turn: it may have changed as whom they act. */
  async note(incoming: IncomingActivity, { actor, user, spoken }: Met): Promise<void> {
    const kind = conversationKind(incoming);
    const personal = kind === 'personal' && user !== null;
    try {
      this.conversations.noteSpoken(conversationId(incoming), kind, actor.key, spoken);
      await this.conversations.remember({
        id: conversationId(incoming),
        kind,
        serviceUrl: incoming.serviceUrl,
        channelId: incoming.channelId ?? 'msteams',
        tenantId: incoming.conversation.tenantId ?? incoming.channelData?.tenant?.id ?? null,
        teamId: incoming.channelData?.team?.id ?? null,
        bot: incoming.recipient ? { id: incoming.recipient.id, name: incoming.recipient.name ?? undefined } : null,
        user: personal ? user : null,
        actingAs: personal ? ((await this.acting?.get(actor.key)) ?? null) : null,
        lang: readersLanguage({ person: actor.person, spoken, locale: incoming.locale }),
        ...(personal && spoken ? { spoken } : {}),
        blocked: null,
      });
    } catch (error) {
      // The person has their answer; that a later message may not find them is the smaller harm.
      this.log.warn(trace(error), 'a conversation could not be noted');
    }
  }

  /** Looks a member up in the roster of the conversation or, for a channel that has none of its own, of the team. */
  async #member(client: ConnectorClient, incoming: IncomingActivity, member: string): Promise<Member | null> {
    const team = incoming.channelData?.team?.id;
    let found: Member | null = null;
    for (const roster of [incoming.conversation.id, ...(team ? [team] : [])]) {
      try {
        const account = (await client.conversations.getConversationMember(roster, member)) as AccountFacts;
        const name = account.userPrincipalName;
        const outsider = isOutsider(account, this.tenant);
        found = { userPrincipalName: typeof name === 'string' ? name : null, outsider };
        if (outsider || found.userPrincipalName !== null) return found;
      } catch (error) {
        if ((error as { statusCode?: number }).statusCode !== 404) throw error;
      }
    }
    return found;
  }
}

/** The person behind an activity; the bot itself is none. */
export function senderOf(incoming: IncomingActivity): Sender | null {
  const { from, recipient } = incoming;
  if (!from || from.id === recipient?.id) return null;
  return { id: from.id, aadObjectId: from.aadObjectId ?? null };
}
