import type { Programme, Project } from '../../programme/programme.js';
import { inLanguage, type Lang } from '../../programme/text.js';

/** Where to find projects by what they name, so that a question about one department need not look at all of them. */
export interface ProgrammeIndex {
  byLead: ReadonlyMap<string, readonly Project[]>;
  /** Projects that list the department; city-wide ones are apart. */
  byAffected: ReadonlyMap<string, readonly Project[]>;
  citywide: readonly Project[];
  byRegister: ReadonlyMap<string, readonly Project[]>;
  byMainField: ReadonlyMap<string, readonly Project[]>;
  bySecondaryField: ReadonlyMap<string, readonly Project[]>;
  byTargetGroup: ReadonlyMap<string, readonly Project[]>;
  byGoal: ReadonlyMap<string, readonly Project[]>;
  /** The place of each project in the alphabet of a language. */
  rank: Record<Lang, ReadonlyMap<string, number>>;
  departments: ReadonlyMap<string, Programme['departments'][number]>;
}

const indexes = new WeakMap<Programme, ProgrammeIndex>();

/** The index of a programme, made once per imported revision. */
export function programmeIndex(programme: Programme): ProgrammeIndex {
  let index = indexes.get(programme);
  if (!index) indexes.set(programme, (index = build(programme)));
  return index;
}

function build({ projects, departments }: Programme): ProgrammeIndex {
  const by = (keys: (project: Project) => readonly string[]): Map<string, Project[]> => {
    const map = new Map<string, Project[]>();
    for (const project of projects) {
      for (const key of new Set(keys(project))) {
        const found = map.get(key);
        if (found) found.push(project);
        else map.set(key, [project]);
      }
    }
    return map;
  };
  return {
    byLead: by((project) => [project.lead.department]),
    byAffected: by((project) => (project.affects === 'all' ? [] : project.affects)),
    citywide: projects.filter((project) => project.affects === 'all'),
    byRegister: by((project) => [project.register]),
    byMainField: by((project) => project.actionFields.slice(0, 1)),
    bySecondaryField: by((project) => project.actionFields.slice(1)),
    byTargetGroup: by((project) => project.targetGroups),
    byGoal: by((project) => project.goals),
    rank: { de: alphabet(projects, 'de'), en: alphabet(projects, 'en') },
    departments: new Map(departments.map((department) => [department.id, department])),
  };
}

function alphabet(projects: readonly Project[], lang: Lang): Map<string, number> {
  const collator = new Intl.Collator(lang, { numeric: true });
  const titles = projects.map((project) => ({ id: project.id, title: inLanguage(project.title, lang) }));
  titles.sort((a, b) => collator.compare(a.title, b.title));
  return new Map(titles.map(({ id }, place) => [id, place]));
}
