import type { Person, Programme, Project } from '../../programme/programme.js';
import { isSteering } from '../../programme/policies/person.js';

/** Who sits in front of the demo: a member of the steering group who leads running projects of their own department. */
export interface Persona {
  person: Person;
  projects: Project[];
}

const WANTED = 3;

/**
 * Chooses the persona: the first member of the steering group whose department leads three running projects, else the one
 * with the most, and of these projects the first three. Undefined when the programme lists nobody.
 */
export function choosePersona({ people, projects }: Programme): Persona | undefined {
  const candidates = people.some(isSteering) ? people.filter(isSteering) : people;
  const led = (person: Person) =>
    projects
      .filter(
        ({ register, paused, lead }) => register === 'running' && !paused && lead.department === person.department,
      )
      .slice(0, WANTED);
  return candidates
    .map((person) => ({ person, projects: led(person) }))
    .reduce<Persona | undefined>(
      (best, each) => (best && best.projects.length >= each.projects.length ? best : each),
      undefined,
    );
}
