// The echo bot in a process of its own, which says where it listens.
import { startEchoBot } from './echo-bot.js';

const { url } = await startEchoBot();
console.log(`listening on ${new URL(url).port}`);
