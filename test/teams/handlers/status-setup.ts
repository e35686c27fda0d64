import type { StatusReport } from '../../../src/programme/report.js';
import { latestReport, standingReports } from '../../../src/programme/portfolio.js';
import { aPerson, aProgramme, aProject, aReport } from '../../builders.js';
import { startBot, type TestBot } from '../../support/bot.js';
import type { Activity } from '../../support/connector.js';
import type { Outcome } from '../../support/person.js';
import { cardsIn, inputsIn } from '../../support/seen.js';

const THURSDAY = '2026-05-21T08:00:00Z';
const who = (id: string, more = {}) => aPerson({ id, aadObjectId: `aad-${id}`, ...more });
const people = [
  who('one'),
  who('three'),
  who('deputy'),
  who('nobody'),
  who('stepper'),
  who('office', { roles: ['office'] }),
  who('english', { lang: 'en' }),
];
const lead = (person: string) => ({ person, deputies: ['deputy'] });
const programme = aProgramme({
  people,
  projects: [
    aProject({ id: 'solo', title: { de: 'Ein *Vorhaben*', en: 'One project' }, lead: lead('one') }),
    aProject({ id: 'a', title: { de: 'Glasfasernetz' }, lead: lead('three') }),
    aProject({ id: 'b', title: { de: 'Bürgerportal' }, lead: lead('three') }),
    aProject({ id: 'c', title: { de: 'Terminbuchung' }, lead: lead('three') }),
    aProject({ id: 'plan', register: 'future', lead: lead('three') }),
    aProject({
      id: 'steps',
      title: { de: 'Meilensteinprojekt' },
      lead: { person: 'stepper' },
      milestones: [
        { title: { de: 'Abnahme' }, due: '2026-06-10', original: null, done: null },
        { title: { de: 'Start' }, due: '2026-09-01', original: null, done: null },
      ],
    }),
    aProject({ id: 'en', lead: { person: 'english' } }),
  ],
});

/** A bot with a programme to report on, and what the tests look up in it. */
export async function startReporting(now = THURSDAY) {
  const bot: TestBot = await startBot({ programme, now });
  const portfolio = () => bot.ledger.portfolio()!;
  return {
    bot,
    portfolio,
    reportsOf: (project: string) => standingReports(portfolio(), project),
    theReport: (project: string) => latestReport(portfolio(), project),
    /** Puts reports into history. */
    async given(...reports: Partial<StatusReport>[]) {
      const events = reports
        .map((one) => aReport(one))
        .map((report) => ({
          id: report.id,
          type: 'report.submitted' as const,
          at: report.submittedAt,
          by: null,
          why: null,
          data: { report },
        }));
      await bot.ledger.record(events, bot.clock.now());
    },
  };
}
export type Reporting = Awaited<ReturnType<typeof startReporting>>;

/** The card an answer shows: the one that replaces the pressed one, else the one in a message. */
export const cardOf = (outcome: Outcome): Activity => cardsIn([outcome.body?.value, outcome.messages])[0]!;
/** What the card's inputs hold, as a client would send them. */
export const valuesOf = (outcome: Outcome): Record<string, unknown> =>
  Object.fromEntries(inputsIn(cardOf(outcome)).map((input) => [input.id, input.value ?? '']));
export const isSaved = (outcome: Outcome): boolean => /✅ (?:Gespeichert|Saved)/.test(outcome.text);
