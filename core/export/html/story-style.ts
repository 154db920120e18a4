/**
 * The exported page's own style: the reader's colours of the design in both themes, fonts of the reader's machine only,
 * text that breathes from 360 px up, and paper. No story text ever gets in here.
 */
export const storyStyle = `
:root { color-scheme: light; --page: #fff; --text: #1c1c1c; --muted: #575757; --line: #d9d9d9; --story: "Source Serif 4", "Source Serif Pro", "Noto Serif", Georgia, "Times New Roman", serif; --tool: "Be Vietnam Pro", "Segoe UI", "Noto Sans", Roboto, system-ui, sans-serif; }
* { box-sizing: border-box; margin: 0; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { background: var(--page); color: var(--text); font: 400 18px/30px var(--story); overflow-wrap: break-word; font-variant-numeric: lining-nums; }
.masthead, main { padding-inline: max(24px, calc((100% - 680px) / 2)); }
.masthead { border-block-end: 2px solid var(--text); padding-block: 18px; }
.masthead p { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 20px; }
.paper { font-weight: 700; font-size: 26px; line-height: 36px; }
.section { color: var(--muted); font: 400 14px/20px var(--tool); }
main { padding-block: 24px 64px; }
.kicker { color: var(--muted); font: 500 15px/24px var(--tool); }
h1 { font-weight: 650; font-size: 28px; line-height: 38px; margin-block: 6px 12px; text-wrap: balance; }
h1.absent { color: var(--muted); font-weight: 400; }
.lede { font-weight: 600; font-size: 19px; line-height: 30px; margin-block-end: 20px; text-wrap: pretty; }
article > p, article > ul, article > ol { margin-block-end: 16px; }
h2, h3, h4 { margin-block: 32px 10px; text-wrap: balance; }
h2 { font-size: 24px; line-height: 34px; }
h3 { font-size: 20px; line-height: 30px; }
h4 { font-size: 18px; line-height: 28px; }
ul, ol { padding-inline-start: 28px; }
li { margin-block: 4px; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; }
a, .person, .dateline, .credit { unicode-bidi: isolate; }
a:focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
blockquote { border-inline-start: 3px solid var(--text); margin-block: 24px; padding-inline-start: 20px; font-size: 20px; line-height: 32px; font-style: italic; }
blockquote em { font-style: normal; }
hr { inline-size: 96px; margin: 32px auto; border: 0; border-block-start: 1px solid var(--muted); }
figure { margin-block: 24px; }
img { display: block; max-inline-size: 100%; block-size: auto; max-block-size: 92vh; inline-size: auto; }
figcaption { color: var(--muted); font-size: 15px; line-height: 24px; padding-block: 8px 0; }
.no-photo figcaption { border-block: 1px solid var(--line); padding-block: 10px; }
.byline { font-weight: 600; margin-block-start: 28px; text-align: end; }
@media (min-width: 600px) {
main { padding-block-start: 36px; }
h1 { font-size: 36px; line-height: 46px; margin-block: 8px 14px; }
.lede { font-size: 20px; line-height: 32px; }
blockquote { margin-inline: 20px; }
}
@media (min-width: 900px) {
.wide { margin-inline: -40px; }
.wide figcaption { padding-inline: 40px; }
}
@media print {
@page { margin: 20mm; }
body { font-size: 11pt; line-height: 16pt; }
.masthead, main { padding-inline: 0; }
h1 { font-size: 22pt; line-height: 28pt; }
.lede { font-size: 12pt; line-height: 17pt; }
figcaption { font-size: 9pt; line-height: 13pt; }
.wide { margin-inline: 0; }
.wide figcaption { padding-inline: 0; }
h1, h2, h3, h4 { break-after: avoid; }
figure, blockquote { break-inside: avoid; }
img { max-block-size: 120mm; }
p { orphans: 3; widows: 3; }
}
`;

/** What the page's policy lets in; `story-html.test.ts` says the right value when the style changes. */
export const storyStyleHash = 'sha256-sCRQgUz6ZSYTaMncHbN9XNZIbzwSLu2HcaFW+3OCIGs=';
