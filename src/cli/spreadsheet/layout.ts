/**
 * What stands in a cell. `text` and `texts` have a column per language; `open` takes any word and knows some; `affects` is
 * the word for all or a list of ids.
 */
export type Kind =
  | 'id'
  | 'line'
  | 'text'
  | 'day'
  | 'number'
  | 'flag'
  | 'week'
  | 'instant'
  | 'choice'
  | 'choices'
  | 'open'
  | 'list'
  | 'texts'
  | 'affects';

/** The fixed words of a column, see `words.ts`. */
export type Vocabulary =
  'register' | 'funding' | 'climate' | 'cadence' | 'rating' | 'role' | 'health' | 'lang' | 'kind' | 'former';

export interface Column {
  /** Where the value stands in its entry of the programme file: `lead.department`. */
  field: string;
  kind: Kind;
  needed?: true;
  words?: Vocabulary;
}

export interface Sheet {
  name: SheetName;
  columns: readonly Column[];
}

export const SHEET_NAMES = [
  'programme',
  'divisions',
  'departments',
  'actionFields',
  'targetGroups',
  'goals',
  'people',
  'projects',
  'milestones',
  'formerNames',
  'concept',
  'reports',
  'reportMilestones',
] as const;
export type SheetName = (typeof SHEET_NAMES)[number];

const column = (field: string, kind: Kind, words?: Vocabulary): Column => ({ field, kind, words });
const needed = (field: string, kind: Kind, words?: Vocabulary): Column => ({ field, kind, words, needed: true });
const named = [needed('id', 'id'), needed('name', 'text'), column('aliases', 'list')];
const rated = (field: string) => [column(`${field}.rating`, 'choice', 'rating'), column(`${field}.note`, 'text')];

const COLUMNS: Record<SheetName, readonly Column[]> = {
  programme: [
    needed('id', 'id'),
    needed('title', 'text'),
    column('city', 'line'),
    column('asOf', 'day'),
    column('timeZone', 'line'),
    column('holidays', 'line'),
    column('vocabulary.department', 'text'),
    column('vocabulary.division', 'text'),
  ],
  divisions: named,
  departments: [
    needed('id', 'id'),
    column('shortName', 'line'),
    needed('name', 'text'),
    column('kind', 'open', 'kind'),
    column('division', 'id'),
    column('aliases', 'list'),
    column('note', 'text'),
    column('successors', 'list'),
  ],
  actionFields: named,
  targetGroups: named,
  goals: named,
  people: [
    needed('id', 'id'),
    needed('name', 'line'),
    column('userPrincipalName', 'line'),
    column('aadObjectId', 'line'),
    column('department', 'id'),
    column('roles', 'choices', 'role'),
    column('lang', 'choice', 'lang'),
  ],
  projects: [
    needed('id', 'id'),
    needed('title', 'text'),
    column('summary', 'text'),
    needed('register', 'choice', 'register'),
    column('actionFields', 'list'),
    needed('lead.department', 'id'),
    column('lead.person', 'id'),
    column('lead.deputies', 'list'),
    column('affects', 'affects'),
    column('targetGroups', 'list'),
    column('goals', 'list'),
    column('objectives', 'texts'),
    column('legalBasis', 'list'),
    column('start', 'day'),
    column('end', 'day'),
    column('resources.investment', 'number'),
    column('resources.runningPerYear', 'number'),
    column('resources.personnelDays', 'number'),
    column('resources.fte', 'number'),
    column('resources.funding', 'choice', 'funding'),
    column('climate', 'choice', 'climate'),
    column('keywords', 'list'),
    column('links', 'list'),
    column('published', 'flag'),
    column('paused', 'flag'),
    column('cadence', 'choice', 'cadence'),
    ...rated('assessment.legal'),
    ...rated('assessment.technical'),
    ...rated('assessment.economic'),
    column('fictional', 'list'),
  ],
  milestones: [needed('project', 'id'), needed('title', 'text'), needed('due', 'day'), column('done', 'day')],
  formerNames: [
    needed('list', 'choice', 'former'),
    needed('id', 'id'),
    needed('name', 'line'),
    column('until', 'line'),
  ],
  concept: [needed('id', 'id'), needed('title', 'text'), needed('text', 'text')],
  reports: [
    column('id', 'id'),
    needed('project', 'id'),
    needed('week', 'week'),
    column('by', 'id'),
    needed('submittedAt', 'instant'),
    needed('health', 'choice', 'health'),
    column('progress', 'number'),
    column('summary', 'line'),
    column('nextSteps', 'line'),
    column('risk', 'line'),
    column('decision.text', 'line'),
    column('decision.by', 'day'),
    column('officeNote', 'line'),
    column('unchanged', 'flag'),
  ],
  reportMilestones: [needed('report', 'id'), needed('title', 'line'), needed('due', 'day'), column('done', 'day')],
};

/** A programme as tables: one sheet per noun, `programme/1` field by field. docs/spreadsheet.md describes it. */
export const SHEETS: readonly Sheet[] = SHEET_NAMES.map((name) => ({ name, columns: COLUMNS[name] }));

/** A sheet whose rows belong to an entry of another sheet, which the cells of these fields name. */
export interface Child {
  sheet: SheetName;
  /** The list of the entry in the programme file that the rows go to. */
  into: string;
  /** Fields that name the owner; they are no part of the entry itself. */
  owner: { list: string; id: string };
}
/** `list` names the owner's list, or the column that says which. */
export const CHILDREN: readonly Child[] = [
  { sheet: 'milestones', into: 'milestones', owner: { list: 'projects', id: 'project' } },
  { sheet: 'formerNames', into: 'formerNames', owner: { list: 'list', id: 'id' } },
  { sheet: 'reportMilestones', into: 'milestones', owner: { list: 'reports', id: 'report' } },
];
