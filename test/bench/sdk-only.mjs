// What every bot on these SDKs costs before its first own line: loads them and waits.
import 'botbuilder';
import '@microsoft/teams-ai';
import 'restify';

process.stdout.write('listening on nothing\n');
process.stdin.resume(); // until it is stopped
