import { createRoutes } from '../../src/teams/routes.js';

/** The routes of the bot, which also tell `went` the name of the one that handles a turn. */
export function watchedRoutes(went: (route: string) => void): typeof createRoutes {
  return (services, acting) =>
    createRoutes(services, acting).map((route) => ({
      ...route,
      handle: (turn) => {
        went(route.name);
        return route.handle(turn);
      },
    }));
}
