import { sans, tokens } from '@percuta/figures';

const properties = (mode: 'light' | 'dark'): string =>
  Object.entries(tokens)
    .map(([name, token]) => `--percuta-${name}:${token[mode]}`)
    .join(';');

/** var(--percuta-ink) is written $ink here. */
const withTokens = (css: string): string =>
  css.replace(/\$([a-z]+)/g, (_, name: string) => `var(--percuta-${name})`);

/**
 * What many a Linux has for want of the others is a tenth wider than all of them: set smaller, lines end where theirs do.
 * The name is the last but one of the list.
 */
const fitted = `
@font-face{font-family:"DejaVu Sans Fitted";src:local("DejaVu Sans");size-adjust:91%}
@font-face{font-family:"DejaVu Sans Fitted";font-weight:600 900;src:local("DejaVu Sans Bold");size-adjust:91%}
`;

const base = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:24px 24px 40px;max-width:1228px;background:$bg;color:$ink;font:400 14px/1.5 ${sans};font-variant-numeric:tabular-nums;text-rendering:optimizeLegibility}
h1{font-size:28px;line-height:1.2;font-weight:650;letter-spacing:-.015em;margin:2px 0 8px}
h2{font-size:16px;line-height:1.3;font-weight:600;margin:0 0 6px}
h3{font-size:14px;font-weight:600;margin:14px 0 4px}
p{margin:0 0 8px;max-width:75ch}
a{color:$accent}
a:focus-visible,.scroll:focus-visible{outline:2px solid $accent;outline-offset:2px}
ul,ol{margin:6px 0 8px;padding-left:20px}
li{margin:3px 0;max-width:90ch}
code{font:12px/1.4 ui-monospace,"SF Mono",Menlo,Consolas,monospace;color:$muted;overflow-wrap:anywhere}
header{margin-bottom:16px}
footer{margin-top:20px;color:$muted}
.kind,.context,.note{color:$muted}
.kind{font-weight:600;margin:0}
.note{font-size:13px}
.verdict{font-size:17px;line-height:1.45;max-width:80ch}
.context{margin:0}
.finding{font-size:14px;max-width:85ch}
.cited{white-space:nowrap;color:$muted}
.cited.many{white-space:normal}
.warning,.binding{color:$limit;font-weight:600}
`;

const layout = `
main,.grid,.halves,.rail{display:grid;gap:12px;grid-template-columns:minmax(0,1fr)}
.grid{grid-template-columns:minmax(0,7fr) minmax(0,4fr)}
.halves{grid-template-columns:repeat(2,minmax(0,1fr))}
.drawn{grid-template-columns:minmax(0,520fr) minmax(0,648fr)}
.expectation p{max-width:130ch}
.shortlist,.expectation,.grid>.refused{grid-column:1/-1}
.rail{align-content:start}
.panel{background:$surface;border:1px solid $line;border-radius:12px;padding:13px 16px;min-width:0}
.panel.alert{border:2px solid $limit;background:$limitsoft}
.panel.alert ul{margin-bottom:0}
.panel.refused{border-color:$limit}
figure{margin:8px 0 0}
figure svg{display:block;max-width:100%;height:auto}
figcaption{margin-top:8px;max-width:85ch}
.narrow{display:none}
.facts{margin:0;display:grid;gap:4px}
.facts>div{display:grid;grid-template-columns:minmax(110px,1fr) minmax(0,2.2fr);gap:2px 12px}
.facts dt{color:$muted}
.facts dd{margin:0;overflow-wrap:anywhere}
.rail .facts>div{grid-template-columns:104px minmax(0,1fr)}
.facts+.note{margin:6px 0 0}
.chip{display:inline-block;padding:0 7px;border-radius:5px;font-size:12px;line-height:20px;background:$sunk;color:$ink;white-space:nowrap}
.chip.ok{background:$oksoft;color:$ok}
.chip.caution{background:$cautionsoft;color:$caution}
.chip.limit{background:$limitsoft;color:$limit}
.letter{display:inline-flex;align-items:center;justify-content:center;min-width:24px;height:24px;border-radius:12px;border:2px solid $accent;color:$accent;font-size:13px;font-weight:600;line-height:1}
.letter.first{background:$accent;color:$onaccent}
.sources{column-gap:32px}
.sources li{overflow-wrap:anywhere}
`;

const tables = `
.scroll{overflow-x:auto;margin:6px 0 10px}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.4}
caption{text-align:left;color:$muted;padding-bottom:6px;font-size:13px}
caption span{display:block;position:sticky;left:0;width:min(100%,calc(100vw - 58px));max-width:90ch}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid $line}
thead th{border-top:0;color:$muted;font-weight:500;vertical-align:bottom}
tbody th{font-weight:500;position:sticky;left:0;background:$surface;min-width:44px}
tbody tr:last-child>*{border-bottom:1px solid $line}
.full td{min-width:92px}
.full tbody th{min-width:150px}
.short td{min-width:74px}
.short td:nth-child(4){min-width:104px}
.short td:nth-child(n+6){min-width:118px}
.short td:last-child{min-width:170px}
.limits td:nth-child(-n+4){white-space:nowrap}
.domains td:nth-child(n+3){min-width:220px}
.domains td:nth-child(2){white-space:nowrap}
.levels td{min-width:92px}
.risks td{width:42%;min-width:230px}
.risks tbody th{min-width:96px}
.counts{list-style:none;margin:0;padding:0}
.counts li{margin:0 0 4px;max-width:none}
.counts .note{display:inline}
`;

const phone = `
@media screen and (max-width:900px){.grid,.halves,.drawn{grid-template-columns:minmax(0,1fr)}}
@media screen and (max-width:640px){
body{padding:16px 16px 32px;font-size:15px}
h1{font-size:26px}
.panel{padding:12px}
.wide{display:none}
.narrow{display:block}
.hero .narrow{margin:0 -12px}
.narrow svg{width:100%}
.facts>div{grid-template-columns:minmax(0,1fr)}
.rail .facts>div{grid-template-columns:104px minmax(0,1fr)}
.facts dt{font-size:13px}
tbody th{padding-left:0;max-width:44vw}
.full tbody th{min-width:120px}
.risks tbody th{max-width:100px}
}`;

/** A4: the first page is the summary; figures, rows and headings stay whole. */
const print = `
@page{size:A4;margin:10mm 13mm}
@media print{
body{padding:0;max-width:none;background:#fff;font-size:9.2pt;line-height:1.36;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1{font-size:17pt;margin-bottom:3px}
h2{font-size:11pt;margin-bottom:3px}
h2,h3{break-after:avoid}
p{margin-bottom:4px;max-width:none}
.verdict{font-size:10.5pt;max-width:none}
caption span{width:auto;max-width:none}
.note,caption,.finding{font-size:8.4pt;max-width:none;line-height:1.3}
header{margin-bottom:6px;position:relative}
.context{position:absolute;top:0;right:0;font-size:8pt}
main,.grid,.halves,.rail{gap:8px}
main{display:block}
main>*{margin-bottom:8px}
.wide{display:none}
.narrow{display:block}
.grid{grid-template-columns:344px minmax(0,1fr)}
.rail .facts>div{grid-template-columns:76px minmax(0,1fr);gap:0 8px}
.rail .facts{gap:1px}
.panel{padding:7px 11px;border-radius:8px;break-inside:avoid}
.long,.shortlist{break-inside:auto;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.halves{grid-template-columns:repeat(2,minmax(0,1fr))}
.drawn{grid-template-columns:minmax(0,1fr)}
.drawn .wide{display:block;zoom:.88}
.drawn .narrow{display:none}
.hero .narrow{margin:0 -8px}
.hero .note{line-height:1.25;font-size:8pt}
figure,figure svg,tr,li,.facts>div{break-inside:avoid}
figure{margin-top:4px}
.scroll{overflow:visible;margin:3px 0}
table{font-size:8.4pt;line-height:1.3}
th,td{padding:2.5px 7px 2.5px 0}
.full table{font-size:7.6pt}
.full th,.full td{padding-right:4px}
.full td,.short td,.short td:last-child{min-width:0}
.full tbody th{min-width:86px}
.short tbody th{min-width:0}
.short table{font-size:8pt}
.short td:nth-child(n){min-width:0}
.short td:nth-child(4){min-width:78px}
.short td:last-child{min-width:172px}
.expectation p{font-size:8.4pt;line-height:1.3;margin-bottom:2px}
.expectation .chip{line-height:1.3}
.short th,.short td{padding-right:5px}
.risks td:nth-child(n),.domains td:nth-child(n),.levels td:nth-child(n){min-width:0}
tbody th{position:static}
.chip{font-size:8pt;line-height:1.5}
.letter{min-width:17px;height:17px;border-width:1.4px;font-size:8pt}
.sources{columns:2}
a{color:inherit;text-decoration:none}
}`;

/** The style sheet of a report: screen in light or dark, phone, and paper, which is always light. */
export const styles = withTokens(
  [
    `:root{color-scheme:light;${properties('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${properties('dark')}}}`,
    fitted,
    base,
    layout,
    tables,
    phone,
    print,
  ].join('\n'),
);
