import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import type { Department, Programme } from '../programme.js';
import type { StatusReport } from '../report.js';
import { LANGUAGES, type Lang, type Text } from '../text.js';
import { checkConsistency, checkPlausibility } from './consistency.js';
import { findingsOf, type Fault, type Finding } from './fault.js';
import { locate, syntaxFault } from './locate.js';
import { checkReferences } from './references.js';
import { fileSchema } from './schema.js';

export type ParseResult =
  | {
      ok: true;
      programme: Programme;
      /** The file's reports, role `import`; ids are stable, so that the same report is known again. */
      reports: StatusReport[];
      /** Unknown fields and other doubtful things that are no reason to refuse the file. */
      warnings: Fault[];
    }
  /** `warnings`: unknown fields, which may be why something is missing. */
  | { ok: false; faults: Fault[]; warnings: Fault[] };

type File = z.output<ReturnType<typeof fileSchema>>;
type FileReport = File['reports'][number];
type FileDepartment = File['departments'][number];

/**
 * Reads a programme file of the format `programme/1`. It is taken whole or not at all: with any fault the result holds
 * all of them, in the order of the file. Plain texts are in the file's `language`, German where it names none.
 */
export function parseProgrammeFile(text: string): ParseResult {
  const content = text.replace(/^\uFEFF/, '');
  const raw = readJson(content);
  if (raw instanceof Error) return { ok: false, faults: [syntaxFault(content) ?? notJson(raw)], warnings: [] };

  const checked = checkProgramme(raw);
  if (!checked.ok) {
    const [faults, warnings] = [locate(checked.findings, content, raw), locate(checked.warnings, content, raw)];
    // Of another format everything else may be wrong only because of that.
    return { ok: false, faults: faults.sort((one, other) => ofFormat(other) - ofFormat(one)), warnings };
  }
  const { programme, reports, findings } = checked;
  return { ok: true, programme, reports, warnings: locate(findings, content, raw) };
}

function ofFormat({ path }: Fault): number {
  return path === '$.format' ? 1 : 0;
}

/** What a programme file says, or what is wrong with it; the findings of a good one are warnings. */
export type Checked =
  | { ok: true; programme: Programme; reports: StatusReport[]; findings: Finding[] }
  | { ok: false; findings: Finding[]; warnings: Finding[] };

/** As `parseProgrammeFile`, for contents that do not come as JSON text: what is wrong has its path and no line. */
export function checkProgramme(raw: unknown): Checked {
  const lang: Lang = isEnglish(raw) ? 'en' : 'de';
  const read = readShape(raw, lang);
  const findings = [...read.faults, ...checkReferences(raw), ...checkConsistency(raw)];
  if (findings.length > 0 || !read.file) return { ok: false, findings, warnings: read.warnings };
  return { ok: true, ...normalise(read.file), findings: [...read.warnings, ...checkPlausibility(raw)] };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function notJson(error: Error): Fault {
  return { code: 'notJson', path: '$', line: null, subject: null, details: { reason: error.message } };
}

function isEnglish(raw: unknown): boolean {
  return raw !== null && typeof raw === 'object' && 'language' in raw && raw.language === 'en';
}

function readShape(raw: unknown, lang: Lang): { file: File | null; faults: Finding[]; warnings: Finding[] } {
  const known = new Set<string>();
  const strictly = ((shape: z.core.$ZodShape) => {
    for (const field of Object.keys(shape)) known.add(field);
    return z.strictObject(shape);
  }) as typeof z.strictObject;
  const strict = fileSchema(strictly, lang).safeParse(raw);
  if (strict.success) return { file: strict.data, faults: [], warnings: [] };
  const findings = strict.error.issues.flatMap((issue) => findingsOf(issue, raw, known));
  const warnings = findings.filter((finding) => finding.code === 'unknownField');
  const faults = findings.filter((finding) => finding.code !== 'unknownField');
  // Unknown fields are ignored, which the strict schema cannot do: read again without looking for them.
  const lenient = faults.length === 0 ? fileSchema(z.object, lang).safeParse(raw) : null;
  return { file: lenient?.data ?? null, faults, warnings };
}

function normalise(file: File): { programme: Programme; reports: StatusReport[] } {
  const { format: _format, language, reports, city, ...rest } = file;
  const programme: Programme = {
    ...rest,
    city: city === '' ? (rest.title.de ?? rest.title.en ?? '') : city,
    departments: rest.departments.map((department) => withSuccessors(department, rest.departments, language ?? 'de')),
  };
  return { programme, reports: reports.map((report) => reportOf(report, file.timeZone)) };
}

/** Successors that are no departments of the file are kept as words of the note. */
function withSuccessors(
  { successor, ...department }: FileDepartment,
  all: readonly FileDepartment[],
  lang: Lang,
): Department {
  const named = [...new Set([...(successor === null ? [] : [successor]), ...department.successors])];
  const successors = named.filter((id) => all.some((other) => other.id === id));
  const words = named.filter((id) => !successors.includes(id)).join(', ');
  const note = words === '' ? department.note : appended(department.note, words, lang);
  return { ...department, successors, note };
}

function appended(note: Text | null, words: string, plain: Lang): Text {
  const langs = LANGUAGES.filter((lang) => note?.[lang] !== undefined);
  if (!note || langs.length === 0) return { [plain]: words };
  return Object.fromEntries(langs.map((lang) => [lang, `${note[lang] ?? ''} (${words})`]));
}

function reportOf(report: FileReport, zone: string): StatusReport {
  const submittedAt = DateTime.fromISO(report.submittedAt, { zone }).toUTC().toISO() ?? report.submittedAt;
  return {
    ...report,
    id: report.id ?? stableId([report.project, report.week, report.by ?? '', submittedAt]),
    submittedAt,
    role: 'import',
    corrects: null,
    withdrawn: null,
  };
}

function stableId(parts: readonly string[]): string {
  return `import-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)}`;
}
