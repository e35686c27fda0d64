import type { Programme } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import { fold } from './fold.js';
import { LIGHT } from './lexicon.js';
import { arabic } from './numerals.js';
import { kindLength, numbersOf, type OrganisationWords } from './organisation-names.js';
import { stem } from './stem.js';
import { tokenise, type Token } from './tokens.js';

/** A department or division that was meant by number or by what it is for. */
export interface OrganisationMatch {
  noun: 'department' | 'division';
  /** More than one when it cannot be told which. Empty: the city has none of that number or name. */
  ids: string[];
  from: number;
  to: number;
  /** Guessed from the matter it is for rather than from a name in the programme. */
  guessed: boolean;
}

interface Numbered {
  id: string;
  /** The folded letters before the number in its short name, e.g. `amt`, `eb`. */
  prefix: string;
}

/** Departments and divisions by number ("Amt 51", "die 51er", "Dezernat III") and by matter ("Sozialdezernat"). */
export class Organisations {
  private readonly departmentsByNumber = new Map<string, Numbered[]>();
  private readonly divisionsByNumber = new Map<string, string[]>();
  /** Last words of what divisions are called: "area C" for short where they are business areas. */
  private readonly kindTails: ReadonlySet<string>;
  private readonly countedByLetters: boolean;
  private readonly matters: Record<'department' | 'division', Map<string, Set<string>>> = {
    department: new Map(),
    division: new Map(),
  };

  /** Departments that are called just what a notion of the thesaurus means: "Feuerwehr" for "fire brigade". */
  private readonly called = new Map<string, Set<string>>();

  /** Names and the parts between their commas, by stems: "Bücherei" of "Kulturbüro, Bücherei und Musikschule". */
  private readonly parts = new Map<string, Set<string>>();

  constructor(
    programme: Programme,
    readonly words: OrganisationWords,
    private readonly notionsOf: ReadonlyMap<string, readonly string[]>,
  ) {
    for (const department of programme.departments) {
      const names = [department.shortName, ...department.aliases];
      const prefix = fold(/^\p{L}+/u.exec(department.shortName)?.[0] ?? '');
      for (const number of numbersOf(department.id, names, words.department)) {
        push(this.departmentsByNumber, number, { id: department.id, prefix });
      }
      this.noteMatter('department', department.id, [...wordings(department.name), ...department.aliases]);
      for (const name of [...wordings(department.name), ...department.aliases]) {
        this.noteCalled(name, department.id);
        for (const part of name.split(/\s+(?:und|and|&|–|-)\s+|,\s+/))
          if (part !== name) this.noteCalled(part, department.id);
      }
    }
    for (const division of programme.divisions) {
      const names = [...wordings(division.name), ...division.aliases];
      for (const number of numbersOf(division.id, names, words.division))
        push(this.divisionsByNumber, number, division.id);
      this.noteMatter('division', division.id, names);
    }
    this.kindTails = new Set(
      wordings(programme.vocabulary.division).flatMap((name) => fold(name).split(' ').slice(1).slice(-1)),
    );
    this.countedByLetters = [...this.divisionsByNumber.keys()].some((number) => /^\p{L}$/u.test(number));
  }

  /** The match that starts at a token, if one does. */
  at(tokens: readonly Token[], at: number): OrganisationMatch | undefined {
    const token = tokens[at];
    if (!token) return undefined;
    const nickname = /^(\d{1,4})e?rn?$/.exec(token.word)?.[1];
    if (nickname && this.departmentsByNumber.has(nickname)) return this.byNumber(nickname, '', at, at + 1);
    const ofDepartment = kindLength(this.words.department, tokens, at);
    const ofDivision = kindLength(this.words.division, tokens, at);
    if (ofDivision > ofDepartment || (ofDepartment === 0 && this.kindTails.has(token.word))) {
      const next = tokens[at + Math.max(1, ofDivision)];
      const number = next && this.divisionNumber(next, ofDivision > 0);
      if (number !== undefined) return this.division(number, at, at + Math.max(1, ofDivision) + 1);
    }
    if (ofDepartment > 0) {
      const next = tokens[at + ofDepartment];
      if (next?.kind === 'number' && !/[.,]\d{3}/.test(next.word))
        return this.byNumber(next.word, token.word, at, at + ofDepartment + 1);
    }
    return undefined;
  }

  /** What a division is counted by right behind its kind ("Dezernat III", "business area C"), whether there is one or not. */
  private divisionNumber(next: Token, isKind: boolean): string | undefined {
    const value = next.kind === 'number' ? next.word : String(arabic(next.word) ?? '');
    if (value && ((isKind && next.kind === 'number') || this.divisionsByNumber.has(value))) return value;
    const isLetter = isKind && this.countedByLetters && /^\p{Lu}$/u.test(next.raw);
    return isLetter || this.divisionsByNumber.has(next.word) ? next.word : undefined;
  }

  /**
   * A bare number or letter that an office goes by; only sensible where the sentence speaks of offices anyway.
   * @param likelier which of the two is meant where both go by it
   */
  bare(token: Token, at: number, likelier: 'department' | 'division' = 'department'): OrganisationMatch | undefined {
    const department =
      token.kind === 'number' && this.departmentsByNumber.has(token.word)
        ? this.byNumber(token.word, '', at, at + 1)
        : undefined;
    if (likelier === 'department') return department;
    const number = /^(?:\d+|\p{L}|[IVX]+)$/u.test(token.raw) ? this.divisionNumber(token, false) : undefined;
    return number === undefined ? department : this.division(number, at, at + 1);
  }

  /** Who is meant by words of a matter ("Dezernat für Soziales", "Klimaschutzreferat"): the ones whose names share most of them. */
  byMatter(noun: 'department' | 'division', words: readonly string[]): string[] {
    const hits = new Map<string, number>();
    for (const word of words) {
      for (const [key, weight] of this.keysOf(word)) {
        for (const id of this.matters[noun].get(key) ?? []) {
          hits.set(id, Math.max(hits.get(id) ?? 0, 0) + weight);
        }
      }
    }
    const best = Math.max(0, ...hits.values());
    return best < 1 ? [] : [...hits].filter(([, score]) => score === best).map(([id]) => id);
  }

  /** Departments called by another word for the same ("the fire brigade", "Bücherei"). */
  byNotion(key: string): string[] {
    return [...new Set((this.notionsOf.get(key) ?? []).flatMap((notion) => [...(this.called.get(notion) ?? [])]))];
  }

  /** Departments of which a word is a name or one part between commas. */
  byPart(key: string): string[] {
    return [...(this.parts.get(key) ?? [])];
  }

  private noteCalled(name: string, id: string): void {
    const key = tokenise(name)
      .map((token) => token.stem)
      .join(' ');
    const just = this.parts.get(key);
    if (just) just.add(id);
    else this.parts.set(key, new Set([id]));
    for (const notion of this.notionsOf.get(key) ?? []) {
      const set = this.called.get(notion);
      if (set) set.add(id);
      else this.called.set(notion, new Set([id]));
    }
  }

  private byNumber(number: string, prefix: string, from: number, to: number): OrganisationMatch {
    const all = this.departmentsByNumber.get(number) ?? [];
    const exact = all.filter((each) => each.prefix === prefix);
    const ids = (exact.length > 0 ? exact : all).map((each) => each.id);
    return { noun: 'department', ids, from, to, guessed: false };
  }

  private division(number: string, from: number, to: number): OrganisationMatch {
    return { noun: 'division', ids: this.divisionsByNumber.get(number) ?? [], from, to, guessed: false };
  }

  private noteMatter(noun: 'department' | 'division', id: string, names: readonly string[]): void {
    for (const name of names) {
      for (const piece of fold(name).split(/[^\p{L}]+/u)) {
        if (LIGHT.has(piece) || piece.length < 4 || this.words[noun].has(piece)) continue;
        for (const [key] of this.keysOf(piece)) {
          const set = this.matters[noun].get(key);
          if (set) set.add(id);
          else this.matters[noun].set(key, new Set([id]));
        }
      }
    }
  }

  /** The word itself, without "-amt" and the like, and its notions. */
  private keysOf(word: string): [string, number][] {
    const bare = word.replace(/s?(?:amt|amter|dezernat|referat|ressort|betrieb|verwaltung|abteilung|behorde)s?$/, '');
    const base = stem(bare.length >= 3 ? bare : word);
    return [[base, 1], ...(this.notionsOf.get(base) ?? []).map((notion): [string, number] => [`#${notion}`, 0.5])];
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
