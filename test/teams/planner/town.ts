import type { Programme } from '../../../src/programme/programme.js';
import { aDepartment, aPerson, aProgramme, aProject } from '../../builders.js';

/** A small town whose garden department has two projects; its people have names that stand nowhere else. */
export function aTown(overrides: Partial<Programme> = {}): Programme {
  return aProgramme({
    divisions: [{ id: 'III', name: { de: 'Dezernat Bauen' }, aliases: [], formerNames: [] }],
    departments: [
      aDepartment({ id: '10', name: { de: 'Zentrale Dienste' } }),
      aDepartment({
        id: '67',
        name: { de: 'Grünflächenamt' },
        division: 'III',
        formerNames: [{ name: 'Gartenbauamt', until: '2020-01-01' }],
      }),
    ],
    people: [
      aPerson({ id: 'qu-ixote', name: 'Quinta Ixote', aadObjectId: 'aad-quinta', department: '67' }),
      aPerson({ id: 'zw-ibel', name: 'Zwetlana Ibel', roles: ['steering'] }),
    ],
    projects: [
      aProject({
        id: 'baumkataster',
        title: { de: 'Baumkataster', en: 'Tree register' },
        lead: { department: '67', person: 'zw-ibel', deputies: ['qu-ixote'] },
        legalBasis: ['OZG'],
        end: '2027-12-31',
      }),
      aProject({ id: 'giessplan', title: { de: 'Gießplan' }, lead: { department: '67' }, register: 'upcoming' }),
      aProject({ id: 'sensoren-kanal', title: { de: 'Sensoren im Kanal' } }),
      aProject({ id: 'sensoren-licht', title: { de: 'Sensoren am Straßenlicht' } }),
      aProject({ id: 'telefonie', title: { de: 'Neue Telefonie' }, lead: { department: '10' } }),
    ],
    ...overrides,
  });
}
