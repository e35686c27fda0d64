import type { Command } from 'commander';
import { print } from '../output.js';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'check registration, configuration, store, programme, schedule, steering channel and publication, and say what to do',
    )
    .addHelpText('after', '\nExample:\n  npm run lotse -- doctor')
    .action(async () => {
      const { allChecks } = await import('../doctor/all-checks.js');
      const { checkList } = await import('../doctor/check.js');
      const checks = await allChecks();
      print(checkList(checks));
      if (checks.some(({ level }) => level === 'fault')) process.exitCode = 1;
    });
}
