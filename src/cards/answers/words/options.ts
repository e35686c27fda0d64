import { t } from '../../../locales/index.js';
import type { Option } from '../../../questions/question.js';
import { describe } from './describe.js';
import { shortTitles } from './short-title.js';
import type { Speaker } from './speaker.js';

/**
 * What the offered readings are called, each differently; projects by what people call them in talk.
 * @param asked the words by which the projects were found, if any
 */
export function optionNames(speaker: Speaker, options: readonly Option[], asked: string | null = null): string[] {
  const { lang, names } = speaker;
  const projects = options.filter(({ noun }) => noun === 'project').map(({ id }) => names.title(id));
  const short = shortTitles(projects, lang, asked);
  return options.map((option) => {
    switch (option.noun) {
      case 'project':
        return short[projects.indexOf(names.title(option.id))] ?? names.title(option.id);
      case 'department':
        return names.department(option.id);
      case 'division':
        return names.division(option.id);
      case 'person':
        return atOffice(speaker, option.id);
      case 'actionField':
        return names.actionField(option.id);
      case 'goal':
        return names.goal(option.id);
      case 'targetGroup':
        return names.targetGroup(option.id);
      case 'register':
        return t(lang, `register.${option.id as 'running'}`);
      case 'question':
        return describe(speaker, option.question);
    }
  });
}

/** Somebody's name with the office, by which people of one name are told apart. */
function atOffice({ lang, names, portfolio }: Speaker, id: string): string {
  const department = portfolio.programme.people.find((person) => person.id === id)?.department;
  const name = names.person(id);
  return department ? t(lang, 'clarify.personAt', { name, office: names.department(department) }) : name;
}
