import { DateTime } from 'luxon';
import type { Milestone, Programme, Project } from '../../programme/programme.js';
import type { Health } from '../../programme/report.js';
import { inLanguage } from '../../programme/text.js';
import { dice, pick } from './dice.js';
import phrases from './phrases.json' with { type: 'json' };

export type Phase = keyof typeof phrases.onTrack;
export interface ReportWords {
  summary: string;
  nextSteps: string;
  risk: string;
}
/** What a report is about: the project, how it is, and how many reports of this kind came before. */
export interface Occasion {
  project: Project;
  health: Health;
  /** Green again after weeks that were not. */
  resolved: boolean;
  phase: Phase;
  /** The milestone that is next, or the last one. */
  milestone: Milestone | undefined;
  /** Counts the reports of the project, so that no phrase comes twice in a row. */
  ordinal: number;
  /** Which of the troubles the project has when it is not green. */
  trouble: number;
}

/** Composes reports in German from the project's own words and the pool of phrases. */
export class Wording {
  private readonly shortNames: Map<string, string>;

  constructor(
    programme: Programme,
    private readonly seed: string,
  ) {
    this.shortNames = new Map(programme.departments.map(({ id, shortName }) => [id, shortName]));
  }

  report(occasion: Occasion): ReportWords {
    const { health, phase, resolved } = occasion;
    const trouble = this.trouble(occasion);
    const pool = phrases.onTrack[phase];
    if (health !== 'green')
      return {
        summary: this.say(trouble[health], occasion),
        nextSteps: this.say(trouble.nextSteps, occasion),
        risk: this.fill(trouble.risk, occasion),
      };
    return {
      summary: this.say(resolved ? trouble.resolved : pool.summary, occasion),
      nextSteps: this.say(pool.nextSteps, occasion),
      risk: pick(phrases.quietRisks, this.seed, occasion.project.id, occasion.ordinal, 'risk'),
    };
  }

  /** What the steering group is asked. */
  decision(occasion: Occasion): string {
    return this.fill(this.trouble(occasion).decision, occasion);
  }

  /** The sentence that tells a milestone's new day. */
  moved(occasion: Occasion, from: string, to: string): string {
    return this.fill(phrases.moved, occasion, { from: germanDay(from), to: germanDay(to) });
  }

  private trouble({ trouble }: Occasion): (typeof phrases.troubles)[number] {
    const found = phrases.troubles[trouble % phrases.troubles.length];
    if (!found) throw new RangeError('no troubles to tell');
    return found;
  }

  private say(pool: readonly string[], occasion: Occasion): string {
    const first = Math.floor(dice(this.seed, occasion.project.id, 'first phrase') * pool.length);
    return this.fill(pool[(first + occasion.ordinal) % pool.length] ?? '', occasion);
  }

  private fill(phrase: string, { project, milestone, ordinal }: Occasion, more: Record<string, string> = {}): string {
    const title = inLanguage(project.title, 'de');
    const objectives = project.objectives.map((text) => inLanguage(text, 'de')).filter(Boolean);
    const partners = project.affects === 'all' ? [] : project.affects.map((id) => this.shortNames.get(id) ?? id);
    const own = this.shortNames.get(project.lead.department) ?? project.lead.department;
    const words: Record<string, string> = {
      objective: objectives[ordinal % objectives.length] ?? title,
      partner: partners[ordinal % partners.length] ?? own,
      milestone: milestone ? inLanguage(milestone.title, 'de') : title,
      ...more,
    };
    return phrase.replace(/\{(\w+)\}/g, (blank, name: string) => words[name] ?? blank);
  }
}

function germanDay(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).toFormat('dd.MM.yyyy');
}
