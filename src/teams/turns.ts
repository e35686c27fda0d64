import type { TurnContext } from 'botbuilder';
import { t } from '../locales/index.js';
import { trace } from '../programme/log.js';
import type { Lang } from '../programme/text.js';
import { plainMessage } from '../programme/messenger.js';
import type { Allowance } from './allowance.js';
import { asked, carriesData, dialogued, executed, submitted } from './action.js';
import { conversationId, conversationKind, type IncomingActivity } from './activity.js';
import { explain } from './failure.js';
import { holdsInsertedCard } from './html-text.js';
import { answerInvoke, errorAnswer } from './invoke-answer.js';
import { senderKey } from './identity.js';
import { readersLanguage, toldLanguage } from './language.js';
import { type People, senderOf } from './people.js';
import { type Reader, showWorking, tell } from './reply.js';
import { dispatch } from './routes.js';
import { said } from './said.js';
import type { Seal } from './seal.js';
import type { Services } from './services.js';
import type { Reply, Route, Turn } from './turn.js';

/** Makes an activity into a turn, lets a route handle it and tells the person what came of it. */
export class Turns {
  constructor(
    private readonly services: Pick<Services, 'ledger' | 'clock' | 'log' | 'telemetry'>,
    private readonly people: People,
    private readonly routes: readonly Route[],
    /** Null: everybody may do as much as they like. */
    private readonly allowance: Allowance | null,
    private readonly seal: Seal,
  ) {}

  /** A message, typed or sent by an Action.Submit. */
  message(context: TurnContext, incoming: IncomingActivity): Promise<void> {
    const text = said(incoming);
    // A card somebody shows: it is not said to Lotse.
    if (text === '' && holdsInsertedCard(incoming.text ?? '')) return Promise.resolve();
    // Data without a verb and without words is a button all the same, of a card nobody here made.
    const unknown = carriesData(incoming) && text === '' ? { verb: '', data: {} } : null;
    const action = submitted(incoming) ?? unknown;
    return this.#guarded(context, incoming, action ? pressed(action) : { text, action });
  }

  /** An Action.Execute. */
  async execute(context: TurnContext, incoming: IncomingActivity): Promise<void> {
    const action = executed(incoming);
    if (!action) return answerInvoke(context, errorAnswer(400, 'The action needs a verb, and an object as data.'));
    await this.#guarded(context, incoming, pressed(action));
  }

  /** A dialog that is to be opened or was sent; while it is open only its own data tell, sealed, which card it belongs to. */
  async dialog(context: TurnContext, incoming: IncomingActivity): Promise<void> {
    const action = dialogued(incoming);
    if (!action) return answerInvoke(context, errorAnswer(400, 'The dialog needs a verb in its data.'));
    const opened = incoming.name === 'task/fetch';
    const card = opened && incoming.replyToId ? await this.seal.close(incoming.replyToId, sealedFor(incoming)) : null;
    const data = opened ? { ...action.data, card } : action.data;
    await this.#guarded(context, incoming, pressed({ ...action, data }));
  }

  /** Whatever fails ends in a polite reply. */
  async #guarded(context: TurnContext, incoming: IncomingActivity, way: Way): Promise<void> {
    const { log } = this.services;
    const told = toldLanguage(way.text);
    const reader: Reader = { lang: readersLanguage({ person: null, told, locale: incoming.locale }), log };
    // Verbs come from outside; only what looks like one of ours may stand in a log.
    const verb = way.action?.verb ?? 'message';
    const where = /^[\w.-]{1,40}$/.test(verb) ? verb : 'other';
    try {
      if (!(await this.#mayGoOn(context, incoming, reader))) return;
      const scope = { scope: conversationKind(incoming) };
      await this.services.telemetry.step('turn', scope, () =>
        this.#handle(context, incoming, { ...way, told }, reader),
      );
    } catch (error) {
      const message = plainMessage(explain(error, reader.lang, where, log));
      await tell(context, incoming, { kind: 'message', message }, reader).catch((second: unknown) => {
        log.error({ where, ...trace(second) }, 'a failed turn could not be told');
      });
    }
  }

  /** The reply to a dialog that was sent replaces the card it was opened from, and no other that somebody may name. */
  async #onItsCard(incoming: IncomingActivity, reply: Reply): Promise<Reply> {
    if (reply.kind !== 'card' || !reply.on) return reply;
    return { ...reply, on: await this.seal.open(reply.on, sealedFor(incoming)) };
  }

  /** Before anything is looked up: too much costs as little as possible, and is said only now and then. */
  async #mayGoOn(context: TurnContext, incoming: IncomingActivity, reader: Reader): Promise<boolean> {
    const sender = senderOf(incoming);
    const may = sender && this.allowance ? this.allowance.take(senderKey(sender)) : 'yes';
    if (may === 'yes') return true;
    const message = plainMessage(t(reader.lang, 'bot.tooMuch'));
    if (may === 'say-no') reader.log.warn({}, 'somebody sends too much');
    await tell(context, incoming, may === 'say-no' ? { kind: 'message', message } : { kind: 'nothing' }, reader);
    return false;
  }

  async #handle(
    context: TurnContext,
    incoming: IncomingActivity,
    { told, ...way }: Way & { told: Lang | null },
    reader: Reader,
  ): Promise<void> {
    const { ledger, clock, log, telemetry } = this.services;
    const portfolio = ledger.portfolio();
    const met = await this.people.meet(context, incoming, portfolio?.programme ?? null);
    const { person } = met.actor;
    const signs = {
      person,
      told,
      spoken: met.spoken,
      locale: incoming.locale,
      programme: portfolio?.programme ?? null,
    };
    const lang = readersLanguage(signs);
    reader.lang = lang;
    const conversation = { id: conversationId(incoming), kind: conversationKind(incoming) };
    const working = () => showWorking(context, log);
    const turn = { ...way, actor: met.actor, lang, now: clock.now(), conversation, working };
    let noted = true;
    try {
      const reply: Reply = portfolio
        ? await dispatch(this.routes, { ...turn, portfolio }, ({ name }) => telemetry.note({ route: name }))
        : { kind: 'message', message: plainMessage(t(lang, 'bot.noProgramme')) };
      noted = reply.kind !== 'card' || !reply.unnoted;
      await tell(context, incoming, await this.#onItsCard(incoming, reply), reader);
    } finally {
      if (noted) await this.people.note(incoming, { ...met, spoken: told ?? met.spoken });
    }
  }
}

/** A card is known to whom opened a dialog from it, where it stands. */
function sealedFor(incoming: IncomingActivity): string {
  const sender = senderOf(incoming);
  return [conversationId(incoming), sender ? senderKey(sender) : ''].join('\n');
}

/** What somebody did: said something, or pressed a button. */
type Way = Pick<Turn, 'text' | 'action'>;

function pressed(action: NonNullable<Turn['action']>): Way {
  const text = asked(action);
  return text === null ? { text: '', action } : { text, action: null };
}
