import type { Entry, RegistersDocument } from './registers.js';
import type { Words } from './words.js';

/** The abridged registers as Markdown (CommonMark). */
export function registersMarkdown(document: RegistersDocument, words: Words): string {
  const { title, city, heading, asOf, sections } = document;
  const head = [`# ${escape(title.text)}`, `${escape(city)}: ${heading}. ${asOf}`];
  const body = sections.flatMap((section) => [
    `## ${section.heading}`,
    ...(section.entries.length === 0 ? [words('publication.empty')] : section.entries.flatMap(entryOf(words))),
  ]);
  return `${[...head, ...body].join('\n\n')}\n`;
}

function entryOf(words: Words): (entry: Entry) => string[] {
  return ({ title, summary, rows, fictional }) => [
    `### ${escape(title.text)}`,
    ...(summary ? [paragraph(summary.text)] : []),
    rows
      .map(({ label, items }) => `- **${label}:** ${items.map(({ text, href }) => linked(text, href)).join('; ')}`)
      .join('\n'),
    ...(fictional ? [`*${words('publication.fictional')}*`] : []),
  ];
}

function linked(text: string, href: string | null): string {
  return href === null ? escape(text) : `<${href.replace(/[<>\s]/g, encodeURIComponent)}>`;
}

function escape(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!&~]/g, '\\$&');
}

/** At the start of a line also what would begin a list. */
function paragraph(text: string): string {
  return escape(text).replace(/^(\d*)([-+.)])/, '$1\\$2');
}
