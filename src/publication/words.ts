import type { Register, ClimateEffect } from '../programme/programme.js';

/** The wording a document needs; the locales have it. */
export type WordKey =
  | `publication.${
      | 'registers'
      | 'asOf'
      | 'contents'
      | 'actionFields'
      | 'lead'
      | 'affects'
      | 'citywide'
      | 'period'
      | 'from'
      | 'until'
      | 'span'
      | 'objectives'
      | 'targetGroups'
      | 'goals'
      | 'legalBasis'
      | 'climate'
      | 'links'
      | 'empty'
      | 'fictional'}`
  | `register.${Register}`
  | `climate.${ClimateEffect}`;

/** Gives the wording of a key in the language of the document. */
export type Words = (key: WordKey, args?: Record<string, string | number>) => string;
