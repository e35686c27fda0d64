import common from './common.json' with { type: 'json' };
import questions from './questions.json' with { type: 'json' };
import reporting from './reporting.json' with { type: 'json' };
import digest from './digest.json' with { type: 'json' };
import bot from './bot.json' with { type: 'json' };
import about from './about.json' with { type: 'json' };
import store from './store.json' with { type: 'json' };
import file from './file.json' with { type: 'json' };
import demo from './demo.json' with { type: 'json' };
import privacy from './privacy.json' with { type: 'json' };
import spreadsheet from './spreadsheet.json' with { type: 'json' };
import extension from './extension.json' with { type: 'json' };
import publication from './publication.json' with { type: 'json' };
import audit from './audit.json' with { type: 'json' };

export const de = {
  ...common,
  ...questions,
  ...reporting,
  ...digest,
  ...bot,
  ...about,
  ...store,
  ...file,
  ...demo,
  ...privacy,
  ...publication,
  ...audit,
  ...extension,
  ...spreadsheet,
};
