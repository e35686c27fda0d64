import type { Change } from './events.js';
import type { Portfolio } from './portfolio.js';
import type { Text } from './text.js';

/** The name that something had when it left the programme file, which history keeps; undefined where none left. */
export function lastName({ history }: Pick<Portfolio, 'history'>, noun: Change['noun'], id: string): Text | undefined {
  for (let place = history.length - 1; place >= 0; place -= 1) {
    const event = history[place];
    if (event?.type !== 'programme.imported') continue;
    const left = event.data.changes.find((each) => each.kind === 'removed' && each.noun === noun && each.id === id);
    if (left && left.from !== null && typeof left.from === 'object') return left.from as Text;
  }
  return undefined;
}
