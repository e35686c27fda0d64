import { presentAnswer } from '../cards/answers/present.js';
import type { Message } from '../programme/messenger.js';
import { mayReport } from '../programme/policies/report.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Person } from '../programme/programme.js';
import type { Schedule } from '../programme/schedule.js';
import type { Lang } from '../programme/text.js';
import type { Answer } from '../questions/answer.js';
import { answer } from '../questions/answering/answer.js';
import { contextAfter } from '../questions/memory.js';
import type { Asker, Context } from '../questions/question.js';
import { createUnderstanding, type Understanding } from '../questions/understanding/index.js';
import { openWeek } from '../reporting/moments.js';

/** Who talks, what about and when. */
export interface Setting {
  portfolio: Portfolio;
  /** Made once for the portfolio's programme. */
  understanding?: Understanding;
  schedule: Schedule;
  now: Date;
  person: Person | null;
  /** Of somebody the programme does not know by name; a person has their own. */
  department?: string | null;
  lang: Lang;
}

/** One person's conversation with Lotse, without a transport: what is said next may refer to what was said before. */
export class Talk {
  private readonly understanding: Understanding;
  private readonly asker: Asker;
  private context: Context | null = null;

  constructor(private readonly setting: Setting) {
    const { portfolio, understanding, person, department = null, lang } = setting;
    this.understanding = understanding ?? createUnderstanding(portfolio.programme);
    this.asker = {
      person: person?.id ?? null,
      department: person?.department ?? department,
      lang: person?.lang ?? lang,
    };
  }

  say(text: string): { answer: Answer; message: Message } {
    const { portfolio, schedule, now, person } = this.setting;
    const { asker, understanding, context } = this;
    const reading = understanding.read(text, { asker, context, now });
    const given = answer(reading, portfolio, {
      now,
      topics: (words) => understanding.topic(words),
      reportingWeek: () => openWeek(now, schedule, portfolio.programme),
    });
    this.context = contextAfter(context, given, now);
    const reports = (id: string): boolean => {
      const project = portfolio.projects.get(id);
      return project !== undefined && mayReport(person, project);
    };
    const message = presentAnswer(given, portfolio, { department: asker.department, mayReport: reports });
    return { answer: given, message };
  }
}
