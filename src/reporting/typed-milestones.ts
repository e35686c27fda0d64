import type { Project } from '../programme/programme.js';
import type { StatusReport } from '../programme/report.js';
import { wordings } from '../programme/text.js';
import { asText } from './fields.js';
import { milestoneKey, type MilestoneEntry } from './form.js';
import { calendarDay } from './typed-day.js';

/** What was typed about a milestone: `done` and `due` by the milestone's key, untrusted. */
export type TypedMilestones = ReadonlyMap<string, { done: unknown; due: unknown }>;

/**
 * What a report says about milestones: those ticked (reached today unless said before) or moved; and those the report
 * it replaces had mentioned, so that they do not fall back.
 *
 * @param today the local day, `YYYY-MM-DD`
 */
export function readMilestones(
  project: Project,
  typed: TypedMilestones,
  replaced: StatusReport | undefined,
  today: string,
): { said: StatusReport['milestones']; entries: MilestoneEntry[] } {
  const said: StatusReport['milestones'] = [];
  const entries: MilestoneEntry[] = [];
  for (const milestone of project.milestones) {
    const input = typed.get(milestoneKey(milestone));
    const names = wordings(milestone.title);
    const mentioned = replaced?.milestones.some(({ title }) => names.includes(title)) ?? false;
    if (!input) {
      if (mentioned) said.push({ title: names[0] ?? '', due: milestone.due, done: milestone.done });
      continue;
    }
    const dueText = asText(input.due) ?? '';
    const due = dueText === '' ? milestone.due : calendarDay(dueText);
    const ticked = asText(input.done) === 'true';
    const shown = { key: milestoneKey(milestone), milestone, done: String(ticked), due: dueText, fault: due === null };
    entries.push(shown);
    const changed = ticked !== (milestone.done !== null) || due !== milestone.due;
    const done = ticked ? (milestone.done ?? today) : null;
    if (due !== null && (changed || mentioned)) said.push({ title: names[0] ?? '', due, done });
  }
  return { said, entries };
}
