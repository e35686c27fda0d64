#!/usr/bin/env node
import { failureText } from './failure.js';
import { note } from './output.js';
import { makeProgram } from './program.js';

try {
  await makeProgram().parseAsync();
} catch (error) {
  note(failureText(error));
  process.exitCode = 1;
}
