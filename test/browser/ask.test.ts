import { demoSession } from './session.js';

const session = demoSession();

describe('asking', () => {
  it('begins with a welcome that knows who sits there and what they may do', async () => {
    const welcome = await session.client.card('ich bin Lotse');
    await expect(welcome.getByRole('button').allInnerTexts()).resolves.toEqual(
      expect.arrayContaining(['Status melden', 'Wochenbericht zeigen']),
    );
    await expect(welcome.innerText()).resolves.toContain('3 Projekte');
    await session.client.picture('1-welcome');
  }, 60_000);

  it('answers a typed question with a card', async () => {
    await session.client.say('Welche laufenden Projekte betreffen uns?');
    const answer = await session.client.card(/\d+ laufende Projekte betreffen Amt 17/);
    const text = await answer.innerText();
    expect(text).toContain('Kitafinder: trägerübergreifendes Kitaplatz-Portal');
    expect(text).toContain('Stand: 20.05.2026');
    expect(text).not.toContain('${');
    await session.client.pictureOf(answer, '2-answer');
  }, 60_000);

  it('shows a project’s details when its row is pressed', async () => {
    const answer = await session.client.card(/laufende Projekte betreffen Amt 17/);
    await answer.getByText('Kitafinder: trägerübergreifendes Kitaplatz-Portal').click();
    const details = await session.client.card('Projektleitung Kitafinder');
    await expect(details.innerText()).resolves.toMatch(/30\.09\.2026[^]*92\.000/);
    await session.client.pictureOf(details, '3-details');
  }, 60_000);

  it('goes on in the language of the question', async () => {
    await session.client.say('How many projects are running?');
    const answer = await session.client.card(/\b22\b.*running/i);
    await expect(answer.innerText()).resolves.toContain('As of');
    await session.client.pictureOf(answer, '4-answer-in-english');
  }, 60_000);

  it('never upsets the page', () => {
    expect(session.client.complaints).toEqual([]);
  });
});
