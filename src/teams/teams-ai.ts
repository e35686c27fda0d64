import './lazy-sign-in.js';

// Not by the package's name: its index also loads language models, planners and their word lists, 11 MiB for nothing.
export { Application } from '@microsoft/teams-ai/lib/Application.js';
export { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
export { TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
