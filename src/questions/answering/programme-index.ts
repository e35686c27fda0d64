import type { Programme, Project, Register } from '../../programme/programme.js';
import { inLanguage, type Lang } from '../../programme/text.js';

/**
 * Where to find projects by what they name, so that a question about one department need not look at all of them. Every
 * list is in reading order: what runs first, then what comes, what goes on for good, what is only an idea; by title.
 */
export interface ProgrammeIndex {
  all: readonly Project[];
  byLead: ReadonlyMap<string, readonly Project[]>;
  /** Projects that list the department; city-wide ones are apart. */
  byAffected: ReadonlyMap<string, readonly Project[]>;
  citywide: readonly Project[];
  byRegister: ReadonlyMap<string, readonly Project[]>;
  byMainField: ReadonlyMap<string, readonly Project[]>;
  bySecondaryField: ReadonlyMap<string, readonly Project[]>;
  byTargetGroup: ReadonlyMap<string, readonly Project[]>;
  byGoal: ReadonlyMap<string, readonly Project[]>;
  /** The place of each project in reading order, and in the alphabet. */
  place: ReadonlyMap<string, number>;
  alphabet: ReadonlyMap<string, number>;
  departments: ReadonlyMap<string, Programme['departments'][number]>;
}

const REGISTER_PLACE: Record<Register, number> = { running: 0, upcoming: 1, permanent: 2, future: 3 };
const indexes = new WeakMap<Programme, Map<Lang, ProgrammeIndex>>();

/** The index of a programme in a language, made once per imported revision. */
export function programmeIndex(programme: Programme, lang: Lang): ProgrammeIndex {
  let byLang = indexes.get(programme);
  if (!byLang) indexes.set(programme, (byLang = new Map()));
  let index = byLang.get(lang);
  if (!index) byLang.set(lang, (index = build(programme, lang)));
  return index;
}

function build({ projects, departments }: Programme, lang: Lang): ProgrammeIndex {
  const collator = new Intl.Collator(lang, { numeric: true });
  const titles = new Map(projects.map((project) => [project, inLanguage(project.title, lang)]));
  const byTitle = [...projects].sort((a, b) => collator.compare(titles.get(a) ?? '', titles.get(b) ?? ''));
  const all = [...byTitle].sort((a, b) => REGISTER_PLACE[a.register] - REGISTER_PLACE[b.register]);
  const by = (keys: (project: Project) => readonly string[]): Map<string, Project[]> => {
    const map = new Map<string, Project[]>();
    for (const project of all) {
      for (const key of new Set(keys(project))) {
        const found = map.get(key);
        if (found) found.push(project);
        else map.set(key, [project]);
      }
    }
    return map;
  };
  return {
    all,
    byLead: by((project) => [project.lead.department]),
    byAffected: by((project) => (project.affects === 'all' ? [] : project.affects)),
    citywide: all.filter((project) => project.affects === 'all'),
    byRegister: by((project) => [project.register]),
    byMainField: by((project) => project.actionFields.slice(0, 1)),
    bySecondaryField: by((project) => project.actionFields.slice(1)),
    byTargetGroup: by((project) => project.targetGroups),
    byGoal: by((project) => project.goals),
    place: new Map(all.map(({ id }, place) => [id, place])),
    alphabet: new Map(byTitle.map(({ id }, place) => [id, place])),
    departments: new Map(departments.map((department) => [department.id, department])),
  };
}
