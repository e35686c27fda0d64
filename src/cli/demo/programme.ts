import { parseProgrammeFile } from '../../programme/file/parse.js';
import type { Fault } from '../../programme/file/fault.js';
import type { Programme } from '../../programme/programme.js';
import { statusHistory } from './history.js';
import { choosePersona, type Persona } from './persona.js';

export type DemoProgramme =
  | {
      ok: true;
      /** The derived programme file. */
      text: string;
      programme: Programme;
      persona: Persona | undefined;
    }
  | { ok: false; faults: Fault[] };

type Raw = Record<string, unknown>;
/** Any fixed word: the demo is the same for everybody on one day. */
const SEED = 'lotse';
/** Of the fields the demo invents, those a project of the file did not have before. */
const INVENTED = ['milestones', 'lead.person', 'lead.deputies'];

/**
 * Makes the demo's programme file of any programme file: the persona leads some running projects (whoever led them
 * becomes a deputy), and the running projects have a status history that ends at `now`. Reports and milestones that the
 * file has already stay.
 */
export function demoProgramme(text: string, now: Date): DemoProgramme {
  const base = parseProgrammeFile(text);
  if (!base.ok) return base;
  const persona = choosePersona(base.programme);
  const own = persona?.projects.map(({ id }) => id) ?? [];
  const raw = JSON.parse(text.replace(/^\uFEFF/, '')) as Raw & { people?: Raw[]; projects: Raw[]; reports?: Raw[] };
  for (const project of raw.projects) {
    if (own.includes(String(project['id'])) && persona)
      project['lead'] = ledBy(persona.person.id, project['lead'] as Raw);
  }
  for (const person of raw.people ?? []) {
    if (person['id'] === persona?.person.id) person['lang'] ??= raw['language'] ?? 'de';
  }
  const led = parseProgrammeFile(JSON.stringify(raw));
  if (!led.ok) return led;
  const reported = new Set(base.reports.map(({ project }) => project));
  const history = statusHistory(led.programme, { now, seed: SEED, owing: own });
  for (const project of raw.projects) {
    const milestones = history.milestones.get(String(project['id']));
    if (!milestones) continue;
    project['milestones'] = milestones;
    project['fictional'] = [...new Set([...((project['fictional'] as string[] | null) ?? []), ...INVENTED])];
  }
  raw.reports = [
    ...(raw.reports ?? []),
    ...history.reports.filter(({ project }) => !reported.has(project)).map((report) => ({ ...report })),
  ];
  const derived = JSON.stringify(raw, null, 1);
  const result = parseProgrammeFile(derived);
  return result.ok ? { ok: true, text: derived, programme: result.programme, persona } : result;
}

function ledBy(person: string, lead: Raw): Raw {
  const before = [lead['person'], ...((lead['deputies'] as unknown[] | null) ?? [])];
  const deputies = before.filter((id) => typeof id === 'string' && id !== person);
  return { ...lead, person, deputies: [...new Set(deputies)] };
}
