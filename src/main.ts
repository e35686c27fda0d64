import { failureText, isExpected } from './cli/failure.js';
import { readConfig } from './config.js';
import { loadEnvFile, problemText } from './environment.js';
import { createLog, takeOverConsole } from './logging.js';
import { trace } from './programme/log.js';
import { startTelemetry } from './telemetry/start.js';
import { startLotse } from './wiring.js';

loadEnvFile();
const read = readConfig(process.env);
if (!read.ok) {
  const lines = ['The configuration has problems:', ...read.problems.map((problem) => `  ${problemText(problem)}`)];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
}
const log = createLog(read.config.logLevel);
takeOverConsole(log);

try {
  const telemetry = await startTelemetry(process.env, log);
  const lotse = await startLotse(read.config, log, telemetry);
  const stop = (signal: string): void => {
    log.info({ signal }, 'stopping');
    lotse
      .close()
      .finally(() => telemetry.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error(trace(error), 'could not stop in order');
          process.exit(1);
        },
      );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (!isExpected(error)) log.error(trace(error), 'could not start');
  process.stderr.write(`${failureText(error)}\n`);
  process.exit(1);
}
