import { Command } from 'commander';
import { addDigest } from './commands/digest.js';
import { addDoctor } from './commands/doctor.js';
import { addExport } from './commands/export.js';
import { addImport } from './commands/import.js';
import { addPublish } from './commands/publish.js';
import { addDemo } from './demo/command.js';

/** Every command of the operator's command line, in the order of its help. */
const COMMANDS = [addImport, addExport, addDigest, addPublish, addDoctor, addDemo];

export function makeProgram(): Command {
  const program = new Command('lotse')
    .description('Operates Lotse. Settings are environment variables or lines of a .env file, see .env.example.')
    .showHelpAfterError('(add --help for an example)');
  for (const add of COMMANDS) add(program);
  return program;
}
