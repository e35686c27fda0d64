import { REGISTERS, type Register } from '../programme/programme.js';
import { inLanguage, LANGUAGES, type Lang, type Text } from '../programme/text.js';
import type { OpenProgramme, OpenProject } from './open-programme.js';
import type { Words } from './words.js';

/** A text and the language it is in, where that is not the document's. */
export interface Phrase {
  text: string;
  lang: Lang | null;
}
export interface Row {
  label: string;
  items: (Phrase & { href: string | null })[];
}
export interface Entry {
  id: string;
  title: Phrase;
  summary: Phrase | null;
  rows: Row[];
  /** Whether some of it is invented (demo data). */
  fictional: boolean;
}

/** The abridged registers as a document in one language, before it becomes HTML or Markdown. */
export interface RegistersDocument {
  lang: Lang;
  title: Phrase;
  city: string;
  heading: string;
  asOf: string;
  sections: { register: Register; heading: string; entries: Entry[] }[];
}

/** The published projects by register, in words of one language; empty registers included. */
export function registersDocument(open: OpenProgramme, lang: Lang, words: Words): RegistersDocument {
  const writer = new EntryWriter(open, lang, words);
  return {
    lang,
    title: phrase(open.title, lang),
    city: open.city,
    heading: words('publication.registers'),
    asOf: words('publication.asOf', { day: longDay(open.asOf, lang) }),
    sections: REGISTERS.map((register) => ({
      register,
      heading: words(`register.${register}`),
      entries: open.projects.filter((project) => project.register === register).map((project) => writer.entry(project)),
    })),
  };
}

class EntryWriter {
  private readonly names: Record<'department' | 'actionField' | 'targetGroup' | 'goal', Map<string, Text>>;

  constructor(
    open: OpenProgramme,
    private readonly lang: Lang,
    private readonly words: Words,
  ) {
    const byId = (list: readonly { id: string; name: Text }[]) => new Map(list.map(({ id, name }) => [id, name]));
    this.names = {
      department: new Map(open.departments.map(({ id, name, shortName }) => [id, withShortName(name, shortName)])),
      actionField: byId(open.actionFields),
      targetGroup: byId(open.targetGroups),
      goal: byId(open.goals),
    };
  }

  entry(project: OpenProject): Entry {
    const summary = phrase(project.summary, this.lang);
    return {
      id: project.id,
      title: phrase(project.title, this.lang),
      summary: summary.text === '' ? null : summary,
      rows: this.rows(project).filter((row) => row.items.length > 0),
      fictional: project.fictional.length > 0,
    };
  }

  private rows(project: OpenProject): Row[] {
    const { words } = this;
    const citywide = [{ text: words('publication.citywide'), lang: null, href: null }];
    const row = (label: Parameters<Words>[0], items: Row['items']): Row => ({ label: words(label), items });
    const affects = project.affects === 'all' ? citywide : this.named('department', project.affects);
    return [
      row('publication.actionFields', this.named('actionField', project.actionFields)),
      row('publication.lead', this.named('department', [project.lead.department])),
      row('publication.affects', affects),
      row('publication.period', plain(this.period(project))),
      row('publication.objectives', project.objectives.map(this.item)),
      row('publication.targetGroups', this.named('targetGroup', project.targetGroups)),
      row('publication.goals', this.named('goal', project.goals)),
      row('publication.legalBasis', project.legalBasis.flatMap(plain)),
      row('publication.climate', project.climate === 'unknown' ? [] : plain(words(`climate.${project.climate}`))),
      row(
        'publication.links',
        project.links.map((href) => ({ text: href, lang: null, href })),
      ),
    ];
  }

  private readonly item = (text: Text) => ({ ...phrase(text, this.lang), href: null });

  private named(noun: keyof EntryWriter['names'], ids: readonly string[]): Row['items'] {
    return ids.flatMap((id) => {
      const name = this.names[noun].get(id);
      return name ? [this.item(name)] : [];
    });
  }

  private period({ start, end }: OpenProject): string {
    const from = start ? longDay(start, this.lang) : '';
    const until = end ? longDay(end, this.lang) : '';
    if (start && end) return this.words('publication.span', { from, until });
    if (start) return this.words('publication.from', { from });
    return end ? this.words('publication.until', { until }) : '';
  }
}

function plain(text: string): Row['items'] {
  return text === '' ? [] : [{ text, lang: null, href: null }];
}

function phrase(text: Text, lang: Lang): Phrase {
  const other = LANGUAGES.find((language) => language !== lang && text[language] !== undefined);
  return { text: inLanguage(text, lang), lang: text[lang] === undefined ? (other ?? null) : null };
}

function withShortName(name: Text, shortName: string): Text {
  const langs = LANGUAGES.filter((lang) => name[lang] !== undefined);
  return Object.fromEntries(
    langs.map((lang) => [lang, name[lang] === shortName ? shortName : `${name[lang] ?? ''} (${shortName})`]),
  );
}

function longDay(day: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
