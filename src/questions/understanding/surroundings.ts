import type { Lang } from '../../programme/text.js';
import type { Lexis } from './lexis.js';
import type { Mark, NamedProject } from './sentence.js';
import type { Token } from './tokens.js';

/** What the words around a name tell about it. */
export interface Surroundings {
  lexis: Lexis;
  tokens: readonly Token[];
  marks: readonly Mark[];
  projects: readonly NamedProject[];
  lang: Lang;
}
