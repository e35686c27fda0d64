// npm run pictures:guides: the cards that docs/guides shows, as people in four roles get them in the Playground.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { demoProgramme } from '../../src/cli/demo/programme.js';
import { playgroundConfig } from '../../src/cli/demo/playground-config.js';
import { fetchPlayground, startPlayground } from '../../src/cli/demo/playground.js';
import { previewMessages } from '../../src/jobs/preview-messages.js';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';
import type { Lang } from '../../src/programme/text.js';
import { startBot, type TestBot } from '../support/bot.js';
import { Client, PICTURES } from './client.js';
import { freePort } from './demo.js';

const ROOT = path.join(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'docs/pictures/guides');
const DEMO = fs.readFileSync(path.join(ROOT, 'demo/programme-erlangen.json'), 'utf8');
/** A Monday an hour before the digest, when everybody has something to do. */
const NOW = '2026-05-18T12:00:00+02:00';

/** In the page: until messages have faded in. */
const SETTLED =
  'Promise.all(document.getAnimations().filter(({ effect }) => effect.getTiming().iterations < 9).map((one) => one.finished))';

interface Scene {
  bot: TestBot;
  /** The German or the English of two. */
  say(german: string, english: string): Promise<void>;
  /** The newest card that shows the German or the English of two. */
  card(german: string | RegExp, english: string | RegExp): ReturnType<Client['card']>;
  /** Keeps a picture of a card, or of so many pixels of it from its top. */
  take(card: Awaited<ReturnType<Client['card']>>, name: string, height?: number): Promise<void>;
}

const SCENES: Record<string, (scene: Scene) => Promise<void>> = {
  'mitarbeit-amt-33': staff,
  'projektleitung-digitale-baugenehmigung': lead,
  'leitung-lenkungskreis': steering,
  'programmbuero-digitalisierung': office,
};

async function staff({ say, card, take }: Scene): Promise<void> {
  await say('Welche laufenden Projekte betreffen uns?', 'Which running projects affect us?');
  await take(await card('Stand: ', 'As of '), 'staff-answer');
  await say('Wie steht es um den Digitalen Bauantrag?', 'How is the digital building application going?');
  await take(await card('Digitaler Bauantrag“ ist', 'Digital building application” is'), 'staff-project');
}

async function lead({ say, card, take }: Scene): Promise<void> {
  await say('status', 'status');
  await take(await card('Was wurde erreicht?', 'What was achieved?'), 'lead-form');
  await say(
    'Digitaler Bauantrag: gelb, 70 %, Schulung abgeschlossen, Lieferant zwei Wochen in Verzug, nächste Woche Testsystem',
    'Digital building application: amber, 70 %, training done, supplier two weeks late, next week test system',
  );
  const filled = await card('So habe ich Sie verstanden', 'This is how I understood you');
  await take(filled, 'lead-told');
  await filled.getByRole('button', { name: /^(Senden|Send)$/ }).click();
  await take(await card('Gespeichert', 'Saved'), 'lead-saved');
  await say('bin vom 3. bis 14. August weg', 'I am away from 3 to 14 August');
  await take(await card('Notiert', 'Noted'), 'lead-absence');
}

async function steering({ say, card, take }: Scene): Promise<void> {
  await say('digest', 'digest');
  const digest = await card('Wochenbericht KW 20', /Weekly (digest|report)/);
  await take(digest, 'steering-digest', 760);
  await digest
    .getByRole('button', { name: /^(Entscheiden|Decide)$/ })
    .first()
    .click();
  await take(digest, 'steering-decide', 800);
  await say('status', 'status');
  await take(await card('Ihr Wochenstatus', 'Your weekly status'), 'lead-several');
}

async function office({ bot, say, card, take }: Scene): Promise<void> {
  const portfolio = bot.ledger.portfolio();
  if (!portfolio) throw new Error('the bot has no programme');
  const [preview] = await previewMessages(portfolio, bot.store, DEFAULT_SCHEDULE, {
    week: '2026-W20',
    now: bot.clock.now(),
  });
  const message = preview?.compose();
  if (!preview || !message) throw new Error('nobody of the office gets the preview');
  await bot.messenger.send(preview.to, message);
  await take(await card('Vorschau', 'Preview'), 'office-preview', 656);
  await say('fehlende Berichte', 'missing reports');
  await take(await card('Fehlende Berichte', 'Missing reports'), 'office-missing');
  await say('pausiere Digitaler Bauantrag bis 1.9.', 'pause digital building application until 1 September');
  await take(await card('Wie oft fragen?', 'How often'), 'office-pause');
  await say(
    'Entscheidung anfragen zu Digitaler Bauantrag: Zweites Los ausschreiben? bis 1.6.',
    'request a decision on digital building application: Tender the second lot? by 1 June',
  );
  await take(await card('Entscheidung anfragen', 'Ask for a decision'), 'office-request');
}

/** The demo's programme with its weeks of history, and somebody who reads in one language. */
function programmeFile(folder: string, person: string, lang: Lang): string {
  const demo = demoProgramme(DEMO, new Date(NOW));
  if (!demo.ok) throw new Error('the demo programme has faults');
  const file = JSON.parse(demo.text) as { people: { id: string; lang?: string }[] };
  for (const one of file.people) if (one.id === person) one.lang = lang;
  const target = path.join(folder, 'programme.json');
  fs.writeFileSync(target, JSON.stringify(file));
  return target;
}

async function play(person: string, lang: Lang, program: string, stopped: AbortSignal): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-pictures-'));
  const bot = await startBot({ programme: programmeFile(folder, person, lang), now: NOW });
  const programme = bot.ledger.portfolio()?.programme;
  const me = programme?.people.find(({ id }) => id === person);
  if (!programme || !me) throw new Error(`the programme has no person ${person}`);
  const messages = `${bot.url}/api/messages`;
  const config = playgroundConfig(programme, me);
  const playground = await startPlayground(program, { folder, config, messages, port: await freePort(), stopped });
  const client = await Client.open({ playground: playground.address }, lang === 'de' ? 'de-DE' : 'en-GB');
  const either = <T>(german: T, english: T): T => (lang === 'de' ? german : english);
  try {
    await client.card(either<string | RegExp>('ich bin Lotse', /I am Lotse|I’m Lotse/));
    await SCENES[person]?.({
      bot,
      say: (german, english) => client.say(either(german, english)),
      card: (german, english) => client.card(either(german, english)),
      async take(card, name, height) {
        await client.page.evaluate(SETTLED);
        await client.pictureOf(card, `${name}.${lang}`);
        const picture = fs.readFileSync(path.join(PICTURES, `${name}.${lang}.png`));
        fs.writeFileSync(path.join(FOLDER, `${name}.${lang}.png`), height ? topOf(picture, height) : picture);
        console.log(`docs/pictures/guides/${name}.${lang}.png`);
      },
    });
  } catch (error) {
    await client.picture(`failed-${person}.${lang}`);
    throw error;
  } finally {
    await client.close();
    await playground.child.stop();
    await bot.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function topOf(picture: Buffer, height: number): Buffer {
  const whole = PNG.sync.read(picture);
  const top = new PNG({ width: whole.width, height: Math.min(height, whole.height) });
  PNG.bitblt(whole, top, 0, 0, top.width, top.height, 0, 0);
  return PNG.sync.write(top);
}

/** Takes all of them, or those of the persons named; each with a bot and a client of their own. */
export async function guidePictures(only: readonly string[] = []): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true });
  const stopped = new AbortController();
  const program = await fetchPlayground(stopped.signal);
  for (const person of Object.keys(SCENES).filter((id) => only.length === 0 || only.includes(id)))
    for (const lang of ['de', 'en'] as const) await play(person, lang, program, stopped.signal);
}

await guidePictures(process.argv.slice(2));
