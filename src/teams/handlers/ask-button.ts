import { z } from 'zod/v4';
import { ASK_VERB } from '../verbs.js';
import type { Reply, Route, Turn } from '../turn.js';

const data = z.object({ text: z.string().trim().min(1).max(500) });

/** A button that says something for the person: its `data.text` is taken as if they had typed it. */
export function askButtonRoute(dispatch: (turn: Turn) => Promise<Reply>): Route {
  return {
    name: 'ask-button',
    matches: ({ action }) => action?.verb === ASK_VERB && data.safeParse(action.data).success,
    handle: (turn) => dispatch({ ...turn, action: null, text: data.parse(turn.action?.data).text }),
  };
}
