import { cadenceOf } from '../../programme/policies/due.js';
import { isOffice, isSteering } from '../../programme/policies/person.js';
import type { Person, Programme, Project } from '../../programme/programme.js';
import { inLanguage } from '../../programme/text.js';
import { isPublicHoliday } from '../../reporting/working-days.js';
import { advice, ok, some, type Check } from './check.js';

/** Whether everybody can be recognised and asked, and nothing is waited for in vain. */
export function programmeChecks(programme: Programme, today: string): Check[] {
  return [
    contents(programme),
    ...roles(programme),
    identities(programme),
    leads(programme),
    deputies(programme),
    holidays(programme, today),
  ];
}

function contents({ title, asOf, projects, departments, people }: Programme): Check {
  const numbers = `${projects.length} projects, ${departments.length} departments, ${people.length} people`;
  return ok('programme', `${inLanguage(title, 'en')}: ${numbers}${asOf ? `, file of ${asOf}` : ''}`);
}

function roles({ people }: Programme): Check[] {
  const missing: Check[] = [];
  if (!people.some(isOffice)) {
    const fix = 'Give at least one person the role "office" in the programme file, or nobody can act for it.';
    missing.push(advice('programme office', 'nobody', fix));
  }
  if (!people.some(isSteering)) {
    const fix = 'Give its members the role "steering" in the programme file, or nobody can decide.';
    missing.push(advice('steering group', 'nobody', fix));
  }
  return missing;
}

function identities({ people }: Programme): Check {
  const unknown = people.filter((person) => !isRecognisable(person)).map(({ id }) => id);
  if (unknown.length === 0) return ok('people', 'each can be recognised in Teams');
  const fix = 'Add their aadObjectId or userPrincipalName to the programme file; Lotse cannot recognise or ask them.';
  return advice('people', `${unknown.length} without a Teams identity: ${some(unknown)}`, fix);
}

function leads(programme: Programme): Check {
  const without = asked(programme).filter(({ lead }) => lead.person === null);
  if (without.length === 0) return ok('leads', 'every project that reports has one');
  const fix = 'Add lead.person to them in the programme file; nobody is asked for their status.';
  return advice('leads', `${without.length} projects that report have none: ${some(without.map(({ id }) => id))}`, fix);
}

function deputies(programme: Programme): Check {
  const without = asked(programme).filter(({ lead }) => lead.person !== null && lead.deputies.length === 0);
  if (without.length === 0) return ok('deputies', 'every project that reports has one');
  const fix = 'Add lead.deputies where somebody should be asked while the lead is away.';
  return advice(
    'deputies',
    `${without.length} projects that report have none: ${some(without.map(({ id }) => id))}`,
    fix,
  );
}

function holidays({ holidays: calendar }: Programme, today: string): Check {
  if (calendar === null) {
    const fix = 'Add "holidays" to the programme file, e.g. "DE-NW", or people are asked on public holidays too.';
    return advice('public holidays', 'no calendar', fix);
  }
  if (isPublicHoliday(`${today.slice(0, 4)}-01-01`, calendar)) return ok('public holidays', calendar);
  const fix = 'Write country and state as in ISO 3166-2, e.g. "DE-NW", or people are asked on public holidays too.';
  return advice('public holidays', `${calendar} is not known`, fix);
}

function asked({ projects }: Programme): Project[] {
  return projects.filter((project) => cadenceOf(project) !== 'never');
}

function isRecognisable({ aadObjectId, userPrincipalName }: Person): boolean {
  return aadObjectId !== null || userPrincipalName !== null;
}
