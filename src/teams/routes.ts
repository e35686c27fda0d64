import type { Acting } from './acting.js';
import { aboutRoute } from './handlers/about/routes.js';
import { actAsRoute } from './handlers/act-as.js';
import { decisionRequestRoutes } from './handlers/decisions-request.js';
import { decisionRoutes } from './handlers/decisions.js';
import { digestRoutes } from './handlers/digest.js';
import { helpRoute } from './handlers/help.js';
import { tooLongRoute, unknownVerbRoute } from './handlers/limits.js';
import { privacyRoutes } from './handlers/privacy.js';
import { questionRoutes } from './handlers/questions.js';
import { statusRoutes } from './handlers/status.js';
import type { Services } from './services.js';
import type { Reply, Route, Turn } from './turn.js';

/** The ways in, in the order they are tried: commands and the cards' buttons, then questions, then buttons nobody knows. */
export function createRoutes(services: Services, acting: Acting | null): Route[] {
  return [
    tooLongRoute,
    ...(acting ? [actAsRoute(acting)] : []),
    helpRoute(services),
    aboutRoute(services),
    ...decisionRequestRoutes(services),
    ...statusRoutes(services),
    ...digestRoutes(services),
    ...decisionRoutes(services),
    ...privacyRoutes(services),
    ...questionRoutes(services),
    unknownVerbRoute,
  ];
}

/** Lets the first route that matches handle the turn; `found` is told which one. */
export function dispatch(routes: readonly Route[], turn: Turn, found: (route: Route) => void): Promise<Reply> {
  const route = routes.find((one) => one.matches(turn));
  if (route) found(route);
  return route ? route.handle(turn) : Promise.resolve({ kind: 'nothing' });
}
