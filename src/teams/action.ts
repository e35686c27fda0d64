import { z } from 'zod/v4';
import type { IncomingActivity } from './activity.js';
import type { Turn } from './turn.js';

const record = z.record(z.string(), z.unknown());
const verb = z.string().min(1).max(100);
const execute = z.object({
  action: z.object({ verb: verb.nullish().catch(undefined), data: record.nullish() }),
});
const submit = z.looseObject({ verb });

type Action = NonNullable<Turn['action']>;

/** The button behind an `adaptiveCard/action` invoke (Action.Execute), or null when its value is malformed. */
export function executed(activity: IncomingActivity): Action | null {
  const read = execute.safeParse(activity.value);
  if (!read.success) return null;
  const data = read.data.action.data ?? {};
  const named = verb.safeParse(read.data.action.verb ?? data.verb);
  return named.success ? { verb: named.data, data } : null;
}

/** The button behind a message with a value (Action.Submit), or null when the message is not one. */
export function submitted(activity: IncomingActivity): Action | null {
  if (!carriesData(activity)) return null;
  const read = submit.safeParse(activity.value);
  return read.success ? { verb: read.data.verb, data: read.data } : null;
}

const dialog = z.object({ data: record });

/** The button that opens a dialog (`task/fetch`) or sends one (`task/submit`), or null when its value is malformed. */
export function dialogued(activity: IncomingActivity): Action | null {
  const read = dialog.safeParse(activity.value);
  const named = verb.safeParse(read.success ? read.data.data.verb : undefined);
  return read.success && named.success ? { verb: named.data, data: read.data.data } : null;
}

/** Whether a message carries a card's data, well-formed or not. */
export function carriesData(activity: IncomingActivity): boolean {
  return typeof activity.value === 'object' && activity.value !== null;
}

/** The verb of buttons that say something for the person: `data.text` is taken as if they had typed it. */
export const ASK = 'ask';
const words = z.object({ text: z.string().trim().min(1).max(500) });

/** What a button says for the person, or null when it is one of its own. */
export function asked(action: Action): string | null {
  const read = words.safeParse(action.data);
  return action.verb === ASK && read.success ? read.data.text : null;
}
