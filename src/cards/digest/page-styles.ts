/** Reads on a phone, on a screen (light and dark) and on paper. Colours only repeat what words and signs say. */
export const STYLES = `
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #55565a; --line: #c9cacd; --back: #fff; --panel: #f3f4f7;
  --red: #c4314b; --amber: #f2c811; --green: #13800f; --late: #b0263d; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3f3f3; --soft: #c3c4c8; --line: #55565a; --back: #1b1b1d;
  --panel: #27282c; --red: #e8697d; --amber: #f2c811; --green: #4fb54a; --late: #ff9aa9; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 48rem; padding: 1.5rem 1rem 3rem; background: var(--back); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.1rem; margin: 0; color: var(--soft); font-weight: 600; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
.headline { font-size: 1.35rem; font-weight: 700; line-height: 1.35; margin: .5rem 0 1rem; }
.soft { color: var(--soft); }
.late { color: var(--late); font-weight: 600; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: .6rem 0; break-inside: avoid; }
li p { margin: 0; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; }
.counts li { flex: 1 1 6rem; margin: 0; padding: .5rem; text-align: center; background: var(--panel); border-radius: .4rem; }
.counts strong { display: block; font-size: 1.5rem; }
.decisions { background: var(--panel); border-radius: .4rem; padding: .25rem 1rem .75rem; margin-top: 1.5rem; }
.decisions h2 { border: 0; margin-top: .25rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .5rem; text-align: right; border-bottom: 1px solid var(--line); }
th:first-child { text-align: left; }
th, td { overflow-wrap: normal; }
@media (max-width: 28rem) { table { font-size: .85rem; } th, td { padding: .25rem .2rem; } }
svg { display: block; width: 100%; height: auto; margin: .75rem 0; }
svg text { font: 11px system-ui, "Segoe UI", sans-serif; fill: var(--ink); }
.red { fill: var(--red); } .amber { fill: var(--amber); } .green { fill: var(--green); }
.key { display: inline-block; width: .75em; height: .75em; margin-right: .35em; }
.key.red { background: var(--red); } .key.amber { background: var(--amber); } .key.green { background: var(--green); }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --line: #999; --back: #fff; --panel: #fff; --late: #000;
    --red: #c4314b; --amber: #f2c811; --green: #13800f; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .counts li, .decisions { border: 1px solid var(--line); }
  .red, .amber, .green { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2 { break-after: avoid; }
}
@page { margin: 18mm 16mm; }
`;
