/** Looks of a published page: system fonts, high contrast in light and dark, one column, page breaks between projects. */
export const STYLES = `
:root { color-scheme: light dark; --text: #1b1b1b; --ground: #fff; --quiet: #4a4a4a; --link: #0b4f8a; }
@media (prefers-color-scheme: dark) { :root { --text: #f2f2f2; --ground: #181818; --quiet: #c8c8c8; --link: #9cc9f5; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 50rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid currentColor; }
h3 { margin-top: 2rem; }
a { color: var(--link); text-decoration: underline; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 0.25rem 1rem; }
dt { grid-column: 1; font-weight: 600; }
dd { grid-column: 2; margin: 0; }
.note { color: var(--quiet); font-size: 0.9rem; }
@media (max-width: 40rem) { dl { display: block; } dd { margin-bottom: 0.25rem; } }
@media print { body { max-width: none; padding: 0; } nav { display: none; } article { break-inside: avoid; } }
`.trim();
