import { Command } from 'commander';
import { addAsk } from './commands/ask.js';
import { addDigest } from './commands/digest.js';
import { addDoctor } from './commands/doctor.js';
import { addEval } from './commands/eval.js';
import { addExport } from './commands/export.js';
import { addForget } from './commands/forget.js';
import { addImport } from './commands/import.js';
import { addPublish } from './commands/publish.js';
import { addDemo } from './demo/command.js';

/** Every command of the operator's command line, in the order of its help. What only one needs it loads when it runs. */
const COMMANDS = [addImport, addExport, addAsk, addDigest, addPublish, addForget, addDoctor, addEval, addDemo];

export function makeProgram(): Command {
  const program = new Command('lotse')
    .description('Operates Lotse. Settings are environment variables or lines of a .env file, see .env.example.')
    .showHelpAfterError('(add --help for an example)');
  for (const add of COMMANDS) add(program);
  return program;
}
