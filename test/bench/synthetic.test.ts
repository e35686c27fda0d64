import { parseProgrammeFile } from '../../src/programme/file/parse.js';
import { syntheticProgramme } from './synthetic.js';

it('is a programme file without faults, of the size asked for', () => {
  const read = parseProgrammeFile(syntheticProgramme({ projects: 250, departments: 30, weeks: 3 }));
  if (!read.ok) throw new Error(JSON.stringify(read.faults.slice(0, 3)));
  expect(read.warnings).toEqual([]);
  expect(read.programme.projects).toHaveLength(250);
  expect(read.programme.departments).toHaveLength(30);
  expect(read.reports).toHaveLength(100 * 3);
});
