import { t } from '../../../locales/index.js';
import type { Person, Programme, Project } from '../../../programme/programme.js';
import { inLanguage, type Lang, type Text } from '../../../programme/text.js';
import { ask } from '../button.js';
import { deepFrozen } from '../freeze.js';
import { quoted } from './format.js';

/** What the programme's things are called in one language. An id that is not known is its own name. */
export interface Names {
  /** `Amt 51 (Stadtjugendamt)`: reads as a proper name, so that no sentence needs an article. */
  department(id: string): string;
  /** `Amt 51` */
  departmentShort(id: string): string;
  division(id: string): string;
  actionField(id: string): string;
  targetGroup(id: string): string;
  goal(id: string): string;
  person(id: string): string;
  chapter(id: string): string;
  title(project: string): string;
  /** The title in quotation marks. */
  quotedTitle(project: string): string;
  /** The button that shows everything about a project; the same object on every card. */
  details(project: string): object;
}

const known = new WeakMap<Programme, Map<Lang, Names>>();

/** The names of a programme, collected once per revision and language. */
export function namesOf(programme: Programme, lang: Lang): Names {
  let byLang = known.get(programme);
  if (!byLang) known.set(programme, (byLang = new Map()));
  let names = byLang.get(lang);
  if (!names) byLang.set(lang, (names = collect(programme, lang)));
  return names;
}

function collect(programme: Programme, lang: Lang): Names {
  const lookup = <T extends { id: string }>(things: readonly T[], name: (thing: T) => string) => {
    const byId = new Map(things.map((thing) => [thing.id, name(thing)]));
    return (id: string): string => byId.get(id) ?? id;
  };
  const named = ({ name }: { name: Text }): string => inLanguage(name, lang);
  const details = new Map<string, object>();
  const title = lookup<Project>(programme.projects, (project) => inLanguage(project.title, lang));
  return {
    department: lookup(programme.departments, (one) => {
      const [short, name] = [one.shortName || one.id, named(one)];
      return !name || name === short ? short : name.includes(short) ? name : t(lang, 'org.withShort', { short, name });
    }),
    departmentShort: lookup(programme.departments, (one) => one.shortName || named(one) || one.id),
    division: lookup(programme.divisions, named),
    actionField: lookup(programme.actionFields, named),
    targetGroup: lookup(programme.targetGroups, named),
    goal: lookup(programme.goals, named),
    person: lookup<Person>(programme.people, (person) => person.name),
    chapter: lookup(programme.concept, (chapter) => inLanguage(chapter.title, lang)),
    title,
    quotedTitle: (id) => quoted(lang, title(id)),
    details: (id) => {
      let action = details.get(id);
      if (!action) details.set(id, (action = detailsAction(id, lang)));
      return action;
    },
  };
}

function detailsAction(project: string, lang: Lang): object {
  const label = t(lang, 'button.details');
  return deepFrozen(ask(label, { intent: 'project', project }, lang, { tooltip: label }));
}
