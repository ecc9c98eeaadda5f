import { sha256Hex } from "../../core/canonical-json.ts";

export const style = `:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f5f1, #17191c);
  --sheet: light-dark(#ffffff, #1f2226);
  --ink: light-dark(#1c2024, #e7e6e2);
  --faint: light-dark(#565d66, #a8adb4);
  --line: light-dark(#d8d5cc, #383d44);
  --accent: light-dark(#1a4f7a, #8cc1ee);
  --on-accent: light-dark(#ffffff, #10202e);
  --mark: light-dark(#ffe79a, #6b5410);
  --good: light-dark(#1e6b3a, #86d3a0);
  --good-ground: light-dark(#e6f3ea, #1b2f22);
  --bad: light-dark(#9b1c1c, #f2a3a3);
  --bad-ground: light-dark(#fbeaea, #3a2020);
  --sample: light-dark(#5b3b00, #ffe2a8);
  --sample-ground: light-dark(#ffe9c2, #4a3507);
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere; }
main { max-width: 60rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
main:focus { outline: none; }
.narrow { max-width: 34rem; margin: 2rem auto; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .25rem 0 .75rem; }
h1.question { font-size: 1.35rem; white-space: pre-wrap; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .5rem 0; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 2; background: var(--sheet); padding: .5rem 1rem; }
.sample { margin: 0; padding: .4rem 1rem; text-align: center; background: var(--sample-ground); color: var(--sample); font-size: .9rem; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding: .5rem 1rem; background: var(--sheet); border-bottom: 1px solid var(--line); }
.brand { font-weight: 700; font-size: 1.15rem; text-decoration: none; color: var(--ink); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem; list-style: none; margin: 0; padding: 0; }
nav ul a { display: block; padding: .35rem .65rem; border-radius: 4px; text-decoration: none; }
nav ul a:hover { text-decoration: underline; }
nav ul a[aria-current] { background: var(--accent); color: var(--on-accent); }
.who { margin-left: auto; display: flex; align-items: center; gap: .75rem; font-size: .9rem; color: var(--faint); }
.filters { margin-bottom: 1rem; }
.filters a { border: 1px solid var(--line); background: var(--sheet); font-size: .9rem; }
label { display: block; font-weight: 600; margin: .75rem 0 .25rem; }
.check label { display: inline; }
.check input { width: auto; }
input, textarea, select { width: 100%; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--faint); border-radius: 4px; padding: .5rem .6rem; }
textarea { resize: vertical; }
textarea.paste { font-size: .95rem; field-sizing: content; max-height: 70vh; }
button, .button { display: inline-block; font: inherit; font-weight: 600; cursor: pointer; padding: .5rem 1rem; border-radius: 4px; border: 1px solid var(--accent); background: var(--sheet); color: var(--accent); text-decoration: none; }
button:hover, .button:hover { text-decoration: underline; }
.primary { background: var(--accent); color: var(--on-accent); }
.danger { border-color: var(--bad); color: var(--bad); }
.quiet { border-color: var(--line); font-weight: 400; padding: .25rem .6rem; }
button[aria-busy] { opacity: .6; cursor: progress; }
form > button { margin-top: .75rem; }
.who > button { margin: 0; }
.inline { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.inline label, .inline button { margin: 0; }
.inline input { flex: 1 1 14rem; width: auto; }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0 1rem; align-items: end; }
.grid p { margin: 0; }
.grid button { justify-self: start; }
.look-up { margin-bottom: 1rem; }
.look-up .grid { align-items: start; }
.look-up label { margin-top: .5rem; }
.look-up .hint, .fault { display: block; font-size: .85rem; }
.look-up summary { margin: .75rem 0 0; color: var(--accent); }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.button.quiet { padding: .5rem .9rem; }
fieldset { margin: 0; padding: 0; border: 0; }
legend { padding: 0; color: var(--faint); }
.day { max-width: 14rem; }
.faulty .fault { margin-top: .35rem; }
.fault { color: var(--bad); font-weight: 600; }
.faulty input { border-color: var(--bad); border-width: 2px; }
.hint, .meta, .remark, .kicker { color: var(--faint); font-size: .9rem; }
.kicker { margin: 0; }
.examples { padding-left: 1.1rem; }
.notice { padding: .6rem .9rem; border-left: 4px solid var(--accent); background: var(--sheet); }
.notice h2 { margin-top: 0; }
.notice.good { border-color: var(--good); background: var(--good-ground); }
.notice.bad { border-color: var(--bad); background: var(--bad-ground); }
.outcome { font-size: 1.1rem; font-weight: 700; color: var(--good); }
.outcome.not_found, .outcome.needs_clarification { color: var(--ink); }
.outcome .jump { font-size: .9rem; font-weight: 400; margin-left: .75rem; }
.tag { display: inline-block; white-space: nowrap; font-size: .8rem; font-weight: 600; padding: .1rem .5rem; border-radius: 1rem; border: 1px solid var(--line); background: var(--sheet); color: var(--ink); }
.tag.awaiting_approval { border-color: var(--accent); color: var(--accent); }
.tag.approved { border-color: var(--good); color: var(--good); }
.tag.rejected, .tag.failed, .tag.stop { border-color: var(--bad); color: var(--bad); }
.claims { padding-left: 1.4rem; }
.claims > li { margin-bottom: 1.5rem; }
.claim { font-weight: 600; }
.found { margin-top: 1.25rem; }
/* A form sends its page to the results: past the form where that fills a small screen, and nowhere on a large one. */
#results { scroll-margin-top: 100vh; }
.cases { list-style: none; padding: 0; }
.case { margin: 0 0 1rem; padding: .6rem .9rem .75rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 4px; }
.case > .claim { margin: 0 0 .25rem; font-size: 1.05rem; }
.possible .case { border-style: dashed; border-color: var(--bad); }
.mangled { margin: .25rem 0; color: var(--bad); }
.facts { margin: .5rem 0; grid-template-columns: 9rem minmax(0, 1fr); gap: .15rem 1rem; font-size: .95rem; }
.facts dt { font-weight: 400; color: var(--faint); }
.parcels { display: flex; flex-wrap: wrap; gap: .1rem 1rem; list-style: none; margin: 0; padding: 0; }
dd ul.parcels { padding: 0; }
.provenance > summary, .register-notes { font-size: .9rem; color: var(--faint); }
.status { margin: .25rem 0; }
.steps, .open ul { margin: .25rem 0; padding-left: 1.1rem; font-size: .95rem; }
.open { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid var(--sample-ground); }
.open p { margin: 0; font-weight: 600; font-size: .9rem; }
.sources { font-size: .85rem; color: var(--faint); }
.subject { margin-top: 1.5rem; font-size: 1.3rem; }
.timeline { list-style: none; padding: 0 0 0 1rem; border-left: 3px solid var(--line); }
.timeline > li { position: relative; margin-bottom: 1rem; }
.timeline > li::before { content: ""; position: absolute; left: -1.45rem; top: .45rem; width: .7rem; height: .7rem; border-radius: 50%; background: var(--accent); }
.timeline > li.later { opacity: .75; }
.timeline > li.later::before { background: var(--line); }
.timeline p { margin: .1rem 0; }
.when { font-size: .95rem; }
.register-notes { margin-top: 2rem; padding: .1rem .9rem .5rem; border-left: 4px solid var(--line); }
.register-notes h2 { font-size: 1rem; margin: .5rem 0; color: var(--ink); }
.register-notes li { margin-bottom: .5rem; }
.citation { margin: .5rem 0; padding: .6rem .8rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 4px; }
.citation figcaption { display: flex; flex-wrap: wrap; gap: .1rem .75rem; }
.citation > p { margin: 0 0 .25rem; }
.file, .path { color: var(--faint); font-size: .85rem; font-weight: 400; }
.page-text { max-width: 46rem; font-family: Georgia, "Noto Serif", "DejaVu Serif", serif; white-space: pre-wrap; tab-size: 8; }
blockquote.page-text { margin: .5rem 0 0; font-size: .95rem; }
.sheet { max-width: none; background: var(--sheet); border: 1px solid var(--line); padding: 1.25rem; min-height: 12rem; }
mark { background: var(--mark); color: inherit; padding: .05em 0; }
mark:target { scroll-margin-top: 6rem; }
.cells { overflow-x: auto; font-size: .9em; margin: .25rem 0; }
.cells table { width: auto; white-space: normal; }
.cells td, .list td { overflow-wrap: break-word; }
.list td:first-child { overflow-wrap: anywhere; }
.whole { white-space: nowrap; }
.turn { display: block; margin: .5rem 0; font: .8rem system-ui, sans-serif; color: var(--faint); border-top: 1px dashed var(--line); }
.sides { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 1rem; }
.sides .citation { margin-top: .25rem; }
.origin { font-weight: 400; color: var(--faint); }
.conflict { margin: 1rem 0; padding: .25rem .9rem .5rem; border-left: 4px solid var(--sample-ground); }
.conflict h2 { margin: .25rem 0; font-size: 1.05rem; }
.conflict h2 small { font-weight: 400; color: var(--faint); margin-left: .5rem; }
.case h2.claim { margin: 0 0 .25rem; }
.conflicts { border-left: 4px solid var(--sample-ground); padding-left: .9rem; }
.withheld { margin-top: 2rem; padding: .1rem 1rem; border: 1px dashed var(--bad); border-radius: 4px; background: var(--bad-ground); }
.withheld h2 { margin-top: .75rem; color: var(--bad); }
.withheld .claim { font-weight: 400; }
.decision { margin-top: 2rem; padding: .25rem 1rem 1rem; background: var(--sheet); border: 2px solid var(--accent); border-radius: 4px; }
.decision h2 { margin-top: .75rem; }
.decision form + form { margin-top: 1.25rem; border-top: 1px solid var(--line); }
details > summary { cursor: pointer; }
.made { margin-top: 2rem; color: var(--faint); font-size: .85rem; }
dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: .35rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
dd ul { margin: 0; padding-left: 1.1rem; }
table { border-collapse: collapse; width: 100%; background: var(--sheet); }
th { overflow-wrap: normal; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border: 1px solid var(--line); }
.fields { table-layout: fixed; font-size: .9rem; margin-top: .5rem; }
.fields th { width: 35%; font-weight: 600; overflow-wrap: anywhere; }
.list a.question { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.pager { display: flex; justify-content: space-between; gap: 1rem; margin: .75rem 0; }
.busy { display: inline-block; width: .9em; height: .9em; margin-right: .4em; border: 2px solid var(--line); border-top-color: var(--accent); border-radius: 50%; animation: turn 1s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .busy { animation: none; } }
@media (max-width: 40rem) {
  .list thead { position: absolute; left: -99rem; }
  .list, .list tbody, .list tr, .list td { display: block; }
  .list tr { border: 1px solid var(--line); margin-bottom: .75rem; }
  .list td { border: 0; padding: .25rem .6rem; }
  dl { grid-template-columns: 1fr; }
  #results { scroll-margin-top: .5rem; }
  .facts { grid-template-columns: 7rem minmax(0, 1fr); }
  dd { margin-bottom: .5rem; }
  .who { margin-left: 0; }
}
@media print {
  .top, .decision, .skip, .pager { display: none; }
}
`;

export const stylePath = `/assets/desk-${sha256Hex(style).slice(0, 12)}.css`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#1a4f7a" d="M3 7h10l3 4h13v16H3z"/><path fill="#fff" d="M8 16h16v2H8zm0 5h11v2H8z"/></svg>`;

export const iconPath = `/assets/icon-${sha256Hex(icon).slice(0, 12)}.svg`;
