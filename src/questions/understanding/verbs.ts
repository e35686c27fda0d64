import { fold } from './fold.js';
import { has, type Sentence } from './sentence.js';

/** Verbs and auxiliaries that open a yes/no question. */
const OPENERS = new Set(
  (
    'ist sind war waren wird werden wurde wurden hat haben hatte hatten habt kann konnen darf muss mussen soll sollen gibt gibts lauft laufen betrifft betreffen leitet leiten endet enden ' +
    'startet starten beginnt beginnen haltet berührt tangiert macht machen kommt kommen geht gehen wurden dient dienen verfolgt steht stehen liegt liegen arbeitet arbeiten plant kummert profitiert unterstutzt bringt umfasst verlauft schafft reicht finden existiert existieren fehlt ruht hangt wusstet bist seid konnte konnten  kostet gehort gehoren braucht steht fuhrt verantwortet dient hilft nutzt nutzen verwenden verwendet setzen setzt wusstest stimmt isses gilt fallt zahlt richtet ' +
    'is are were does do did has have had will can could should would isnt arent doesnt didnt wasnt hasnt havent dont wont shouldnt might must'
  )
    .split(' ')
    .map(fold),
);
const SKIP = new Set(
  'und aber also denn hallo hi hey ja so nun bitte sag mal sagt na moin servus and so well hello please guten morgen tag ok okay'.split(
    ' ',
  ),
);

/** Whether it can be answered with yes or no: verb first, or "stimmt es, dass". */
export function isYesNo(sentence: Sentence): boolean {
  if (has(sentence, 'ask.truth')) return true;
  const first = sentence.tokens.find((token) => !SKIP.has(token.word));
  if (first?.word === 'was' && sentence.lang === 'en') return true;
  if (!first || !OPENERS.has(first.word)) return false;
  return !/^(?:gibt|gibts)$/.test(first.word);
}

/** Whether any word asks, tells or requests; else it is a bare name or a fragment. */
export function isFragment(sentence: Sentence): boolean {
  return (
    !sentence.marks.some((mark) =>
      /^(?:ask\.(?!all)|relation|field|super|compare|report|overview|programme|concept$|state\.overdue)/.test(
        mark.value,
      ),
    ) && !has(sentence, 'noun.project', 'noun.projects')
  );
}
