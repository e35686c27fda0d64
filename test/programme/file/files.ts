import fs from 'node:fs';
import { parseProgrammeFile, type ParseResult } from '../../../src/programme/file/parse.js';

type Json = Record<string, unknown>;

export const demoFile = fs.readFileSync(new URL('../../../demo/programme-erlangen.json', import.meta.url), 'utf8');

/** A small city of its own: Dezernate and Fachbereiche, ids with umlauts, plain strings. */
export function rawFile(overrides: Json = {}): Json {
  return {
    format: 'programme/1',
    id: 'musterstadt',
    title: 'Digitales Musterstadt',
    city: 'Musterstadt',
    timeZone: 'Europe/Berlin',
    holidays: 'DE-NW',
    vocabulary: { department: 'Fachbereich', division: { de: 'Dezernat', en: 'directorate' } },
    divisions: [{ id: 'D1', name: 'Dezernat Innere Dienste', aliases: ['Dez. 1'] }],
    departments: [
      { id: 'FB-10', shortName: 'FB 10', name: 'Zentrale Dienste', division: 'D1' },
      { id: 'FB-Grün', name: { de: 'Grünflächen', en: 'Parks' }, kind: 'unit' },
    ],
    actionFields: [
      { id: 'a', name: 'Bürgerdienste' },
      { id: 'b', name: 'Technik' },
    ],
    targetGroups: [{ id: 'all-citizens', name: 'Menschen in der Stadt' }],
    goals: [{ id: 'schnell', name: 'Schneller werden' }],
    people: [
      { id: 'p1', name: 'Ada Amsel', department: 'FB-10', roles: ['office'] },
      { id: 'p2', name: 'Ben Buche', userPrincipalName: 'ben@muster.example' },
    ],
    projects: [rawProject()],
    ...overrides,
  };
}

export function rawProject(overrides: Json = {}): Json {
  return {
    id: 'antrag',
    title: 'Anträge online',
    register: 'running',
    actionFields: ['b', 'a'],
    lead: { department: 'FB-10', person: 'p2' },
    ...overrides,
  };
}

export function rawReport(overrides: Json = {}): Json {
  return {
    project: 'antrag',
    week: '2026-W20',
    by: 'p2',
    submittedAt: '2026-05-14T10:00:00+02:00',
    health: 'green',
    ...overrides,
  };
}

export function parseRaw(raw: unknown): ParseResult {
  return parseProgrammeFile(JSON.stringify(raw, null, 1));
}

export function parsed(raw: unknown): Extract<ParseResult, { ok: true }> {
  const result = parseRaw(raw);
  if (!result.ok) throw new Error(JSON.stringify(result.faults, null, 1));
  return result;
}

export function faultsOf(raw: unknown): { code: string; path: string }[] {
  const result = parseRaw(raw);
  return result.ok ? [] : result.faults.map(({ code, path }) => ({ code, path }));
}
