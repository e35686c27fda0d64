import { aDepartment, aProgramme, aProject } from '../../builders.js';
import type { Programme } from '../../../src/programme/programme.js';
import type { Asker, Context, Question, Reading } from '../../../src/questions/question.js';
import { createUnderstanding, type Understanding } from '../../../src/questions/understanding/index.js';

/** A small city that calls its departments Fachbereiche and its divisions Dezernate. */
export function aCity(overrides: Partial<Programme> = {}): Programme {
  const named = (id: string, de: string, aliases: string[] = []) => ({ id, name: { de }, aliases });
  return aProgramme({
    city: 'Musterstadt',
    vocabulary: {
      department: { de: 'Fachbereich', en: 'department' },
      division: { de: 'Dezernat', en: 'directorate' },
    },
    divisions: [
      { ...named('D2', 'Dezernat 2 – Bildung und Soziales', ['Sozialdezernat']), formerNames: [] },
      { ...named('D1', 'Dezernat 1 – Zentrales'), formerNames: [{ name: 'Dezernat Inneres (bis 2020)', until: null }] },
    ],
    departments: [
      aDepartment({
        id: '12',
        shortName: 'FB 12',
        name: { de: 'Fachbereich IT und Digitales', en: 'IT and digital affairs' },
        aliases: ['ITD'],
        division: 'D1',
      }),
      aDepartment({ id: '37', shortName: 'FB 37', name: { de: 'Feuerwehr' }, division: 'D1' }),
      aDepartment({
        id: '50',
        shortName: 'FB 50',
        name: { de: 'Fachbereich Soziales' },
        division: 'D2',
        formerNames: [{ name: 'Amt für Wohnen', until: '2019' }],
      }),
      aDepartment({
        id: '51',
        shortName: 'FB 51',
        name: { de: 'Fachbereich Kinder, Jugend und Familie' },
        aliases: ['Jugendamt'],
        division: 'D2',
      }),
      aDepartment({ id: '53', shortName: 'FB 53', name: { de: 'Gesundheitsamt' }, kind: 'dissolved', division: null }),
    ],
    actionFields: [
      named('dienste', 'Bürgernahe Dienste', ['Serviceportal']),
      named('raum', 'Kluger Stadtraum', ['Smart City']),
    ],
    targetGroups: [named('familien', 'Familien'), named('firmen', 'Unternehmen', ['Betriebe'])],
    goals: [named('klima', 'Klimaneutral bis 2035'), named('tempo', 'Verfahren beschleunigen')],
    projects: [
      aProject({
        id: 'kita',
        title: { de: 'Kita-Navigator', en: 'Childcare navigator' },
        keywords: ['Kita', 'Betreuungsplatz'],
        lead: { department: '51' },
      }),
      aProject({
        id: 'ampel',
        title: { de: 'Intelligente Ampelsteuerung' },
        keywords: ['Verkehr'],
        lead: { department: '12' },
      }),
      aProject({
        id: 'ki-text',
        title: { de: 'KI-Assistenz für Briefe', en: 'AI assistance for letters' },
        keywords: ['KI'],
        lead: { department: '12' },
      }),
      aProject({
        id: 'ki-telefon',
        title: { de: 'Telefonassistent mit KI' },
        keywords: ['KI', 'Telefon'],
        lead: { department: '50' },
      }),
      aProject({
        id: 'wohngeld',
        title: { de: 'Wohngeld digital' },
        keywords: ['Wohngeld'],
        lead: { department: '50' },
        legalBasis: ['WoGG'],
      }),
      aProject({
        id: 'baeume',
        title: { de: 'Bewässerung der Stadtbäume' },
        keywords: ['Sensoren'],
        summary: { de: 'Bodensensoren melden, welche Bäume Wasser brauchen.' },
        lead: { department: '12' },
      }),
    ],
    ...overrides,
  });
}

export const MONDAY = new Date('2026-05-18T10:00:00Z');
export const stranger: Asker = { person: null, department: null, lang: 'de' };

/** Reads words as a stranger on Monday 18 May 2026. */
export function reader(understanding: Understanding = createUnderstanding(aCity())) {
  return (text: string, more: { asker?: Partial<Asker>; context?: Context | null } = {}): Reading =>
    understanding.read(text, { asker: { ...stranger, ...more.asker }, context: more.context ?? null, now: MONDAY });
}

export function aContext(question: Question, overrides: Partial<Context> = {}): Context {
  return { questions: [question], named: [], focus: null, lang: 'de', at: MONDAY.toISOString(), ...overrides };
}
