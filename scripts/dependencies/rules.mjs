/**
 * Versions that must not be installed, as semver ranges. `npm audit` asks a service that not every network reaches; what
 * is written here holds everywhere and only grows. The ranges are those of the advisories in
 * https://github.com/advisories; they were compared in November 2026.
 */
export const KNOWN_BAD = [
  bad('find-my-way', '>=5.5.0 <8.2.2 || 9.0.0', 'GHSA-rrr8-f88r-h8q6: a crafted address stops the router (restify 11)'),
  bad('restify', '<12', 'brings a find-my-way with GHSA-rrr8-f88r-h8q6 and does not start on Node 24'),
  bad(
    '@babel/traverse',
    '<7.23.2 || >=8.0.0-alpha.0 <8.0.0-alpha.4',
    'GHSA-67hx-6x53-jw92: compiling a crafted file runs its code',
  ),
  bad('@azure/identity', '<4.2.1', 'GHSA-m5vv-6r4h-3vj9: elevation of privilege'),
  bad('@azure/msal-node', '<2.9.2', 'GHSA-m5vv-6r4h-3vj9: elevation of privilege'),
  bad(
    '@xmldom/xmldom',
    '<0.7.7 || >=0.8.0 <0.8.4 || >=0.9.0-beta.1 <0.9.0-beta.4',
    'GHSA-crh6-fp67-6883: several root nodes are let through',
  ),
  bad('ajv', '<6.12.3', 'GHSA-v88g-cgmw-v5xw: prototype pollution'),
  bad('axios', '<0.30.2 || >=1.0.0 <1.12.0', 'GHSA-4hjh-wcwx-xvwj: a data: address fills the memory'),
  bad('brace-expansion', '>=1.0.0 <1.1.12 || >=2.0.0 <2.0.2', 'GHSA-v6h2-p8h4-qcjw: a crafted pattern takes for ever'),
  bad(
    'brace-expansion',
    '<1.1.17 || >=2.0.0 <2.1.3 || >=3.0.0 <3.0.3 || >=4.0.0 <=5.0.7',
    'GHSA-mh99-v99m-4gvg: a crafted pattern takes for ever',
  ),
  bad('braces', '<3.0.3', 'GHSA-grv7-fg5c-xmjg: a crafted pattern fills the memory'),
  bad('cookie', '<0.7.0', 'GHSA-pxg6-pf52-xh8x: characters out of bounds are accepted'),
  bad('cross-spawn', '<6.0.6 || >=7.0.0 <7.0.5', 'GHSA-3xgq-45jj-v275: a crafted argument takes for ever'),
  bad('esbuild', '<0.25.0', 'GHSA-67mh-4wv8-2f99: its server answers pages of anybody'),
  bad('fast-xml-parser', '<4.4.1', 'GHSA-mpg4-rc92-vx8v: a crafted currency takes for ever'),
  bad('form-data', '<2.5.4 || >=3.0.0 <3.0.4 || >=4.0.0 <4.0.4', 'GHSA-fjxv-7rqg-78g4: boundaries can be guessed'),
  bad('formidable', '>=2.1.0 <2.1.3 || >=3.0.0 <3.5.3', 'GHSA-75v8-2h7p-7m2m: names of uploaded files can be guessed'),
  bad('glob', '>=10.2.0 <10.5.0 || >=11.0.0 <11.1.0', 'GHSA-5j98-mcp5-4vw2: its command runs file names'),
  bad('ini', '<1.3.6', 'GHSA-qqgx-2p2h-9c37: prototype pollution'),
  bad('js-yaml', '<3.14.2 || >=4.0.0 <4.1.1', 'GHSA-mh29-5h37-fv8m: prototype pollution by merging'),
  bad('json5', '<1.0.2 || >=2.0.0 <2.2.2', 'GHSA-9c47-m6qq-7p4h: prototype pollution'),
  bad('jsonwebtoken', '<9.0.0', 'GHSA-qwph-4952-7xr6: tokens without a signature pass by default'),
  bad('jws', '<3.2.3 || 4.0.0', 'GHSA-869p-cjfg-cm3x: an HMAC signature may not be checked'),
  bad('lodash', '<4.17.21', 'GHSA-35jh-r3h4-6jhm: command injection through templates'),
  bad(
    'luxon',
    '>=1.0.0 <1.28.1 || >=2.0.0 <2.5.2 || >=3.0.0 <3.2.1',
    'GHSA-3xq5-wjfh-ppjc: a crafted date takes for ever',
  ),
  bad('marked', '<4.0.10', 'GHSA-rrrm-qjm4-v8hf: a crafted text takes for ever'),
  bad('micromatch', '<4.0.8', 'GHSA-952p-6rrq-rcjv: a crafted pattern takes for ever'),
  bad('minimist', '<0.2.4 || >=1.0.0 <1.2.6', 'GHSA-xvch-5gv4-984h: prototype pollution'),
  bad('moment', '>=2.18.0 <2.29.4', 'GHSA-wc69-rhjr-hc9g: a crafted date takes for ever'),
  bad('node-fetch', '<2.6.7 || >=3.0.0 <3.1.1', 'GHSA-r683-j2x4-v87g: secret headers go to a foreign host'),
  bad(
    'path-to-regexp',
    '<0.1.10 || >=0.2.0 <1.9.0 || >=2.0.0 <3.3.0 || >=4.0.0 <6.3.0 || >=7.0.0 <8.0.0',
    'GHSA-9wv6-86v2-598j: a crafted address takes for ever',
  ),
  bad('path-to-regexp', '<0.1.13', 'GHSA-37ch-88jc-xwx2: a crafted address takes for ever'),
  bad('path-to-regexp', '>=8.0.0 <8.4.0', 'GHSA-j3q9-mxjg-w52f: a crafted address takes for ever'),
  bad('qs', '<6.14.1', 'GHSA-6rw7-vpxm-498p: a crafted query fills the memory'),
  bad('request', '*', 'GHSA-p8p7-x288-28g6: follows redirects to where it must not; given up'),
  bad('semver', '<5.7.2 || >=6.0.0 <6.3.1 || >=7.0.0 <7.5.2', 'GHSA-c2qf-rxjj-qqgw: a crafted range takes for ever'),
  bad('send', '<0.19.0', 'GHSA-m6fv-jmcg-4jfg: scripts can be put into a redirect'),
  bad('tough-cookie', '<4.1.3', 'GHSA-72xf-g2v4-qvf3: prototype pollution'),
  bad(
    'ws',
    '>=2.1.0 <5.2.4 || >=6.0.0 <6.2.3 || >=7.0.0 <7.5.10 || >=8.0.0 <8.17.1',
    'GHSA-3h5v-q93c-6h6q: too many headers stop it',
  ),
  bad('word-wrap', '<1.2.4', 'GHSA-j8xg-fqg3-53r7: a crafted text takes for ever'),
  bad('xml2js', '<0.5.0', 'GHSA-776f-qx25-q3cc: prototype pollution'),
  bad('zod', '<3.22.3', 'GHSA-m95q-7qp3-xv42: a crafted address takes for ever'),
  // Published by thieves of maintainers' accounts, most of them in September 2025.
  bad('chalk', '5.6.1', 'GHSA-2v46-p5h4-248w: malware'),
  bad('debug', '4.4.2', 'GHSA-8mgj-vmr8-frr6: malware'),
  bad('ansi-styles', '6.2.2', 'malware'),
  bad('strip-ansi', '7.1.1', 'malware'),
  bad('color-convert', '3.1.1', 'malware'),
  bad('event-stream', '3.3.6', 'GHSA-mh6f-8j2x-4483: malware'),
  // No advisories: these break the installation or the program.
  bad('unrs-resolver', '>1.11.1', 'some of its platform packages are missing, and `npm ci` fails on the lock file'),
  bad('better-sqlite3', '*', 'compiles for minutes or crashes on Node 20; the store uses libsql'),
];

function bad(name, range, reason) {
  return { name, range, reason };
}

/** Licences under which a package may go to production: all permissive, none asks for our source. */
export const PERMISSIVE = new Set([
  '0BSD',
  'AFL-2.1',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Packages whose package.json says too little or something else, with what was read in the package itself. */
export const LICENCE_EXCEPTIONS = {
  'date-holidays':
    'the program is ISC; its data is CC BY-SA 3.0 by its LICENSE: unchanged and named in NOTICE, it asks nothing more',
  'escape-regexp-component': 'MIT by its Readme.md; package.json says nothing',
  jspath: 'MIT (or GPL, as one likes) by its LICENSE and source; package.json says nothing',
  semaphore: 'MIT by its README.md; package.json says nothing',
};

/** Where people run Lotse. A lock file written on one of these machines must install on all of them. */
export const PLATFORMS = [
  '@libsql/linux-x64-gnu',
  '@libsql/linux-x64-musl',
  '@libsql/linux-arm64-gnu',
  '@libsql/linux-arm64-musl',
  '@libsql/darwin-x64',
  '@libsql/darwin-arm64',
  '@libsql/win32-x64-msvc',
];
