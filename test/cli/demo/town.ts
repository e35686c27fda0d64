/** A programme file of a made-up town that says as little as the format allows; `running` is the number of running projects. */
export function aTownFile(running: number, people: object[] = []): string {
  return JSON.stringify({
    format: 'programme/1',
    id: 'musterstadt',
    title: 'Digitales Musterstadt',
    departments: [
      { id: 'FB1', name: 'Fachbereich Zentrale Dienste' },
      { id: 'FB2', name: 'Fachbereich Leben' },
    ],
    people,
    projects: Array.from({ length: running }, (_, at) => ({
      id: `vorhaben-${at}`,
      title: `Vorhaben ${at}`,
      register: 'running',
      lead: { department: at % 2 === 0 ? 'FB1' : 'FB2' },
    })),
  });
}
