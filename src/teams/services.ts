import type { Ledger } from '../programme/ledger.js';
import type { Log } from '../programme/log.js';
import type { Messenger } from '../programme/messenger.js';
import type { Schedule } from '../programme/schedule.js';
import type { Clock, ProgrammeStore } from '../programme/store.js';
import type { Telemetry } from '../programme/telemetry.js';
import type { PersonalData } from './personal-data.js';
import type { Planner } from './planner/planner.js';

/** What handlers may use. Each group of routes is a function of it: `statusRoutes(services): Route[]`. */
export interface Services {
  ledger: Ledger;
  store: ProgrammeStore;
  clock: Clock;
  log: Log;
  schedule: Schedule;
  /** Speaks first; a turn's own reply is what its handler returns. */
  messenger: Messenger;
  telemetry: Telemetry;
  /** What is stored about people outside history. */
  personalData: PersonalData;
  /** Something has been recorded that somebody else is to be told of soon. */
  speakSoon?(): void;
  /** Reads words that were not understood; absent where no language model is configured. */
  planner?: Planner;
  /** Local mode: nobody is authenticated, and people may act as anybody of the programme. */
  local: boolean;
}
