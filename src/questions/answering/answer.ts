import type { Portfolio } from '../../programme/portfolio.js';
import type { Project } from '../../programme/programme.js';
import type { Answer, Body } from '../answer.js';
import type { Question, Reading } from '../question.js';
import { speaksOf } from '../text-words.js';
import { agenda } from './intents/agenda.js';
import { aggregate } from './intents/aggregate.js';
import { changes } from './intents/changes.js';
import { compare } from './intents/compare.js';
import { concept } from './intents/concept.js';
import { count } from './intents/count.js';
import { decisions, wordsOf } from './intents/decisions.js';
import { exists } from './intents/exists.js';
import { group } from './intents/group.js';
import { history } from './intents/history.js';
import { list } from './intents/list.js';
import { milestones } from './intents/milestones.js';
import { missingReports } from './intents/missing-reports.js';
import { organisation } from './intents/organisation.js';
import { overview } from './intents/overview.js';
import { facts, project } from './intents/project.js';
import { verify } from './intents/verify.js';
import { why } from './intents/why.js';
import { namedIn } from './named.js';
import { notesFor, premisesOf } from './notes.js';
import { makeScope, type Input, type Scope } from './scope.js';
import { suggestionsFor } from './suggestions.js';

/** Answers a question from the portfolio alone: what it does not hold is not said. Pure; `now` is the instant of asking. */
export function answer(reading: Reading, portfolio: Portfolio, input: Input): Answer {
  const { question, lang } = reading;
  const scope = makeScope(portfolio, lang, input);
  const body = bodyOf(scope, question);
  return {
    body,
    question,
    reading: { ...reading, unknownWords: wordsUnknown(body, reading) },
    lang,
    asOf: scope.today,
    notes: notesFor(scope, reading),
    premises: premisesOf(scope, reading),
    suggestions: suggestionsFor(scope, question, body),
    named: namedIn(body),
  };
}

/** The understanding knows no decision's words: what one that was found speaks of was understood after all. */
function wordsUnknown(body: Body, { unknownWords }: Reading): string[] {
  if (body.kind !== 'decisions' || unknownWords.length === 0) return unknownWords;
  const said = body.decisions.map(wordsOf);
  return unknownWords.filter((word) => !said.some((text) => speaksOf(text, [word])));
}

function bodyOf(scope: Scope, question: Question): Body {
  switch (question.intent) {
    case 'list':
      return list(scope, question);
    case 'count':
      return count(scope, question);
    case 'aggregate':
      return aggregate(scope, question);
    case 'group':
      return group(scope, question);
    case 'project':
      return withProject(scope, question.project, (asked) => project(scope, asked));
    case 'fact':
      return withProject(scope, question.project, (asked) => facts(scope, asked, question.fields));
    case 'verify':
      return withProject(scope, question.project, (asked) => verify(scope, asked, question));
    case 'why':
      return withProject(scope, question.project, (asked) => why(scope, asked, question));
    case 'history':
      return withProject(scope, question.project, (asked) => history(scope, asked, question));
    case 'compare': {
      const asked = question.projects.flatMap((id) => scope.portfolio.projects.get(id) ?? []);
      const [only, second] = asked;
      if (!only) return { kind: 'gone', noun: 'project', id: question.projects[0] ?? '' };
      return second ? compare(scope, asked, question) : project(scope, only);
    }
    case 'exists':
      return exists(scope, question);
    case 'organisation':
      return organisation(scope, question);
    case 'changes':
      return changes(scope, question);
    case 'decisions':
      return decisions(scope, question);
    case 'milestones':
      if (question.project === null) return milestones(scope, question);
      return withProject(scope, question.project, () => milestones(scope, question));
    case 'agenda':
      return agenda(scope, question);
    case 'missingReports':
      return missingReports(scope, question);
    case 'concept':
      return concept(scope, question.words);
    case 'overview':
      return overview(scope);
    case 'clarify':
      return {
        kind: 'clarify',
        about: question.about,
        options: question.options,
        words: question.words,
        pending: question.pending ?? null,
      };
    case 'notUnderstood':
      return { kind: 'notUnderstood', words: question.words, near: question.near };
    case 'programme':
    case 'outOfScope':
    case 'help':
    case 'greeting':
    case 'thanks':
      return { kind: question.intent };
  }
}

function withProject(scope: Scope, id: string, make: (asked: Project) => Body): Body {
  const asked = scope.portfolio.projects.get(id);
  return asked ? make(asked) : { kind: 'gone', noun: 'project', id };
}
