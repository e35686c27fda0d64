import type { OutboxEntry } from '../../src/jobs/outbox-entry.js';
import { openLedger } from '../../src/programme/books/ledger.js';
import type { ProgrammeStore } from '../../src/programme/store.js';
import type { Line } from '../store/cosmos/line.js';
import type { Connector } from '../support/connector.js';
import type { BadLine } from './faults.js';
import type { OutboxWatch } from './outbox-watch.js';
import type { Reporter, Tally } from './reporter.js';
import { STEERING } from './storm.js';
import { BEGIN } from './town.js';

export interface Verdict {
  figures: [string, string | number][];
  /** What must not be; empty when all is well. */
  violations: string[];
}
interface Evidence {
  people: readonly Reporter[];
  silent: readonly string[];
  connector: Connector;
  watch: OutboxWatch;
  store: ProgrammeStore;
  line: Line;
  weather: BadLine;
  warnings: ReadonlyMap<string, number>;
  kills: number;
  results: readonly object[];
}

/** Compares what people were told with what history holds, and what arrived with what should have. */
export async function judge(evidence: Evidence): Promise<Verdict> {
  const { people, silent, connector, watch, store, line, weather, warnings, kills, results } = evidence;
  const violations: string[] = [];
  const recorded = await recordedMarks(store);
  const sum = (of: (tally: Tally) => number): number => people.reduce((total, { tally }) => total + of(tally), 0);
  const lost = people.flatMap(({ tally }) => tally.acknowledged.filter((mark) => !recorded.has(mark)));
  const twice = [...recorded].filter(([, times]) => times > 1).map(([mark]) => mark);
  violations.push(...lost.map((mark) => `${mark} was acknowledged and is not in history`));
  violations.push(...twice.map((mark) => `${mark} is in history twice`));
  if (sum(({ acknowledged }) => acknowledged.length) === 0) violations.push('no report was acknowledged at all');

  const entries = await watch.entries();
  // Whoever speaks first answers nothing that a person sent.
  const received = (conversation: string): number =>
    connector.chat(conversation).filter(({ replyTo }) => !replyTo?.startsWith('in-')).length;
  const arrivals: Arrival[] = [
    ...silent.map((id) => arrival(entries, ':request', id, received(`a:chat-29:aad-${id}`), 1)),
    ...people.map(({ id }) => arrival(entries, ':request', id, received(`a:chat-29:aad-${id}`), 0)),
    arrival(entries, 'digest:', STEERING, received(STEERING), 1),
  ];
  const doubled = arrivals.filter(({ times, key }) => times === 2 && key !== null && watch.inTheWindow.has(key));
  for (const { who, key, times, least } of arrivals) {
    if (times < least) violations.push(`${who} received nothing (${key ?? 'never planned'})`);
    const most = key !== null && watch.inTheWindow.has(key) ? 2 : 1;
    if (times > most) violations.push(`${who} received ${times} messages (${key ?? 'never planned'})`);
  }
  // A request that was interrupted and that a report has meanwhile answered is left as it is.
  const answered = new Set(people.map(({ id }) => id));
  const unsettled = entries.filter(({ key, state }) => state !== 'sent' && !answered.has(key.split(':').at(-1) ?? ''));
  violations.push(...unsettled.map(({ key, state, reason }) => `${key} is still ${state} (${reason ?? 'no reason'})`));
  return {
    figures: [
      ['replicas killed', kills],
      ['calls to the database', line.calls.length],
      ['of them gone wrong', [...weather.counts].map(([name, times]) => `${times} × ${name}`).join(', ')],
      ['reports sent', sum(({ sent }) => sent.length)],
      ['acknowledged', sum(({ acknowledged }) => acknowledged.length)],
      ['acknowledged and lost', lost.length],
      ['recorded twice', twice.length],
      ['tries declined politely', sum(({ declined }) => declined)],
      ['tries without an answer', sum(({ unanswered }) => unanswered)],
      ['answers with 5xx', sum(({ broken }) => broken)],
      ['requests received', arrivals.slice(0, -1).reduce((total, { times }) => total + times, 0)],
      ['digests received', received(STEERING)],
      ['messages twice, killed in the one window', doubled.length],
      ['warnings in the logs', [...warnings].map(([text, times]) => `${times} × ${text}`).join('; ') || 'none'],
      ['the last runs of the jobs', JSON.stringify(results)],
    ],
    violations,
  };
}

interface Arrival {
  who: string;
  key: string | null;
  times: number;
  least: number;
}

function arrival(entries: readonly OutboxEntry[], kind: string, who: string, times: number, least: number): Arrival {
  const mine = entries.find(({ key }) => `:${key}`.includes(kind) && key.endsWith(`:${who}`));
  return { who, key: mine?.key ?? null, times, least };
}

/** How often history holds each mark. */
async function recordedMarks(store: ProgrammeStore): Promise<Map<string, number>> {
  const ledger = await openLedger(store, { now: () => BEGIN });
  const marks = new Map<string, number>();
  for (const event of ledger.portfolio()?.history ?? []) {
    if (event.type !== 'report.submitted') continue;
    const { summary } = event.data.report;
    marks.set(summary, (marks.get(summary) ?? 0) + 1);
  }
  return marks;
}
