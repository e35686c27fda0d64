// npm run pictures: what the digest of a quiet, a normal and a crisis week looks like in the Playground, for the docs.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fetchPlayground, startPlayground } from '../../src/cli/demo/playground.js';
import { playgroundConfig } from '../../src/cli/demo/playground-config.js';
import type { Decision } from '../../src/programme/decision.js';
import type { ProgrammeEvent } from '../../src/programme/events.js';
import type { StatusReport } from '../../src/programme/report.js';
import { aPerson } from '../builders.js';
import { crisisWeek, normalWeek, quietWeek, type Scenario } from '../digest/scenarios.js';
import { startBot } from '../support/bot.js';
import { Client, PICTURES } from './client.js';
import { freePort } from './demo.js';

const WEEKS: Record<string, () => Scenario> = { quiet: quietWeek, normal: normalWeek, crisis: crisisWeek };
const DOCS = path.join(import.meta.dirname, '../../docs/pictures');
/** Somebody who may decide, so that the forms are there. */
const CHAIR = aPerson({ id: 'vorsitz', name: 'Vorsitz Lenkungskreis', roles: ['steering'], lang: 'de' });

const stopped = new AbortController();
const program = await fetchPlayground(stopped.signal);
for (const [name, week] of Object.entries(WEEKS)) await take(name, week());

/** The real bot with that week's history, the real client in front of it, and one question. */
async function take(name: string, { portfolio, digest }: Scenario): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-pictures-'));
  const programme = { ...portfolio.programme, people: [CHAIR] };
  const bot = await startBot({ programme, now: digest.at });
  await bot.ledger.record(historyOf({ ...portfolio, programme }, digest.previous), bot.clock.now());
  const config = playgroundConfig(programme, CHAIR);
  const messages = `${bot.url}/api/messages`;
  const options = { folder, config, messages, port: await freePort(), stopped: stopped.signal };
  const playground = await startPlayground(program, options);
  const client = await Client.open({ playground: playground.address });
  try {
    await client.card('ich bin Lotse');
    await client.say('digest');
    const card = await client.card('Wochenbericht KW 20');
    await client.pictureOf(card, `digest-${name}`);
    fs.copyFileSync(path.join(PICTURES, `digest-${name}.png`), path.join(DOCS, `digest-${name}.png`));
    console.log(`docs/pictures/digest-${name}.png`);
  } finally {
    await client.close();
    await playground.child.stop();
    await bot.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function historyOf(
  { reports, decisions, history }: Scenario['portfolio'],
  previous: { week: string; at: string } | null,
) {
  const common = { by: null, why: null };
  const posted = previous && { week: previous.week, conversation: '19:lotse-lenkungskreis@thread.tacv2' };
  const events: ProgrammeEvent[] = [
    ...history.map(({ seq: _, ...event }) => event as ProgrammeEvent),
    ...[...reports.values()].flat().map((report: StatusReport): ProgrammeEvent => {
      return { ...common, id: report.id, type: 'report.submitted', at: report.submittedAt, data: { report } };
    }),
    ...[...decisions.values()].map(({ id, project, text, by, askedAt: at }: Decision): ProgrammeEvent => {
      return { ...common, id, type: 'decision.requested', at, data: { decision: id, project, text, dueBy: by } };
    }),
  ];
  if (posted) events.push({ ...common, id: 'posted', type: 'digest.posted', at: previous.at, data: posted });
  return events;
}
