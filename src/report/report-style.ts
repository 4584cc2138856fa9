/**
 * The style sheet of the HTML report. Contrast of every text colour on its ground is at least 4.5 : 1 in both schemes
 * (WCAG AA); the dark scheme is for screens only, so that paper stays white.
 */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --panel: #f4f2ed; --ink: #1d1f24; --muted: #5a5f68; --rule: #dedad2;
  --for: #0c6b68; --against: #ab3a25; --caution: #7d5200; --link: #0c5f8a;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --panel: #1f2226; --ink: #e9e6e0; --muted: #a4a8af; --rule: #373b41;
    --for: #5cc6bb; --against: #f39a86; --caution: #e5b964; --link: #7fc0e8;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 var(--serif); }
main, header, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.5rem; }
main, header { overflow-wrap: anywhere; }
header { padding-top: 3.5rem; }
footer { padding-top: 1rem; padding-bottom: 4rem; }
h1, h2, h3 { font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.5rem; margin: .25rem 0 .75rem; letter-spacing: -.01em; }
h2 { font-size: 1.5rem; margin: 3.25rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.0625rem; margin: 1.75rem 0 .4rem; }
p, li { text-wrap: pretty; }
p { margin: .5rem 0; max-width: 40rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
ul { padding-left: 1.2rem; max-width: 40rem; }
li { margin: .3rem 0; }
.kicker, nav, dl, table, figcaption, .figures, .verdict strong, .note, code { font-family: var(--sans); }
.kicker { color: var(--muted); font-size: .8125rem; letter-spacing: .06em; text-transform: uppercase; margin: 0; }
.lede { font-size: 1.1875rem; line-height: 1.5; }
.verdict { margin: 1.5rem 0; padding: 1rem 1.25rem; background: var(--panel); border-left: 4px solid var(--tone); max-width: none; }
.verdict p { max-width: none; margin: 0; font-size: 1.1875rem; }
.verdict strong { color: var(--tone); font-size: 1.0625rem; }
.verdict ul { font-size: .9375rem; margin: .6rem 0 0; }
.cautions { margin: 1.5rem 0; padding: .75rem 1.25rem; border: 2px solid var(--caution); break-inside: avoid; }
.cautions h2 { margin: 0; padding: 0; border: 0; font: 600 1.0625rem/1.4 var(--sans); color: var(--caution); }
.cautions ul { margin: .4rem 0 0; }
.publishable { --tone: var(--for); } .ranked, .outdone { --tone: var(--caution); } .refused { --tone: var(--against); }
.description, .hypotheses, .weighed { --tone: var(--link); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1.25rem; margin: 1.75rem 0; padding: 0; list-style: none; max-width: none; }
.figures li { margin: 0; line-height: 1.35; font-size: .8125rem; color: var(--muted); }
.figures span { display: block; } .figures b { display: block; font: 600 2rem/1.15 var(--serif); color: var(--ink); font-variant-numeric: lining-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: 1.25rem 0; font-size: .9375rem; }
dt { color: var(--muted); } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
nav { font-size: .875rem; margin: 1.5rem 0 0; }
nav ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; max-width: none; }
nav li { margin: 0; }
figure { margin: 1.25rem 0; }
figcaption { font-size: .875rem; color: var(--muted); margin-top: .35rem; max-width: 40rem; }
svg.plot { display: block; width: 100%; height: auto; max-width: 46rem; color: var(--muted); }
svg.plot text { white-space: pre; font-family: var(--sans); }
.narrow { display: none; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0 1.5rem; }
.pair svg.plot { max-width: 24rem; }
.scroll { overflow-x: auto; margin: 1.25rem 0; overflow-wrap: normal; }
@media screen { .scroll { background:
  linear-gradient(90deg, var(--paper) 45%, transparent) left / 2.5rem 100% no-repeat local, linear-gradient(270deg, var(--paper) 45%, transparent) right / 2.5rem 100% no-repeat local,
  linear-gradient(90deg, var(--muted), transparent) left / .6rem 100% no-repeat scroll, linear-gradient(270deg, var(--muted), transparent) right / .6rem 100% no-repeat scroll; } }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 2.5rem); }
th, td { text-align: left; vertical-align: top; padding: .42rem .9rem .42rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--muted); font-size: .8125rem; border-bottom: 1px solid var(--muted); vertical-align: bottom; }
tbody th { min-width: 11rem; max-width: 22rem; overflow-wrap: anywhere; }
.number { text-align: right; } td.number, td.interval { white-space: nowrap; } thead .interval { min-width: 6rem; }
.ours th, .ours td, .strong { font-weight: 600; }
.note { display: block; font-size: .8125rem; color: var(--muted); }
.cards { columns: 2 18rem; column-gap: 2rem; margin: 1.25rem 0; }
.cards .scroll { break-inside: avoid; margin: 0 0 1.5rem; }
.cards tbody th, .pair tbody th { min-width: 4.5rem; } .points { display: inline-block; min-width: 2rem; }
.bar { display: inline-block; position: relative; width: 2.5rem; height: .6rem; margin: 0 .4rem 0 2.5rem; border-left: 1px solid var(--muted); }
.bar::before { content: ""; position: absolute; top: 0; bottom: 0; left: 0; width: calc(var(--size) * 100%); background: var(--for); }
.bar.minus::before { left: auto; right: calc(100% + 1px); background: var(--against); }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .8125rem; overflow-wrap: anywhere; }
.glossary { grid-template-columns: minmax(5rem, max-content) 1fr; }
.glossary dt { font-weight: 600; color: var(--ink); }
@media screen and (max-width: 40rem) {
  body { font-size: 1rem; }
  main, header, footer { padding-left: 1.25rem; padding-right: 1.25rem; }
  header { padding-top: 2rem; }
  h1 { font-size: 1.875rem; } h2 { margin-top: 2.5rem; }
  .wide { display: none; } .narrow { display: block; }
  .figures { grid-template-columns: 1fr 1fr; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .6rem; }
}
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --panel: #f4f2ed; }
  html { font-size: 9.5pt; }
  body { font-size: 1.0625rem; }
  main, header, footer { max-width: none; padding: 0; }
  header { padding-top: 0; } nav { display: none; }
  h2 { margin-top: 2rem; } h2, h3, caption { break-after: avoid; }
  caption span, svg.plot, p, ul, figcaption { max-width: none; }
  .scroll { overflow: visible; } thead { display: table-header-group; }
  figure, tr, .short, .verdict, .figures, .cards .scroll, dl > div { break-inside: avoid; }
  .page { break-before: page; } .page h2 { margin-top: 0; border-top: 0; padding-top: 0; }
  a { color: inherit; text-decoration: none; }
  .bar::before, .verdict { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`.trim();
