/**
 * The look of an HTML report. It names no font, image or script from elsewhere,
 * so a report is one file; it follows the reader's light or dark setting and prints.
 */
export const HTML_STYLE = `
:root{color-scheme:light dark;--ink:#1d2433;--soft:#5a6478;--line:#d8dde6;--page:#f5f6f9;--card:#fff;--brand:#1f4e8c;
--good:#1d7a46;--watch:#a35c00;--bad:#b3261e;--unknown:#5a6478;--bar:#5b7fb0;--crit:#c2410c;--done:#6f9c7f}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebf2;--soft:#a4aec2;--line:#343c4c;--page:#12161e;--card:#1a202b;--brand:#8fb6ec;
--good:#5fcf8f;--watch:#f0a94b;--bad:#ff8a80;--unknown:#a4aec2;--bar:#6c93c9;--crit:#f08a5b;--done:#79b18c}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:72rem;margin:0 auto;padding:2rem 1.25rem 4rem}
header{border-bottom:3px solid var(--brand);padding-bottom:1rem;margin-bottom:1.5rem}
h1{font-size:clamp(1.5rem,1.1rem + 2vw,2.3rem);line-height:1.2;margin:0 0 .4rem;overflow-wrap:anywhere}
header p{margin:0;color:var(--soft)}
section{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.25rem;margin:0 0 1.25rem}
h2{font-size:1.2rem;margin:0 0 .9rem;color:var(--brand)}
p,ul{margin:0 0 .9rem}
ul{padding-left:1.2rem}
section>:last-child{margin-bottom:0}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(11.5rem,1fr));gap:.75rem;margin:0 0 .9rem}
.figure{border:1px solid var(--line);border-left:5px solid var(--unknown);border-radius:.5rem;padding:.7rem .8rem}
.figure.good{border-left-color:var(--good)}.figure.watch{border-left-color:var(--watch)}.figure.bad{border-left-color:var(--bad)}
.figure dt{font-size:.82rem;color:var(--soft)}
.figure dd{margin:0}
.figure .value{font-size:1.3rem;font-weight:650;line-height:1.3;overflow-wrap:anywhere}
.figure .note{font-size:.82rem;color:var(--soft);overflow-wrap:anywhere}
.standing{font-size:.75rem;font-weight:650}
.good .standing{color:var(--good)}.watch .standing{color:var(--watch)}.bad .standing{color:var(--bad)}.unknown .standing{color:var(--unknown)}
.scroll{overflow-x:auto;margin:0 0 .9rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;color:var(--soft);font-size:.88rem;padding-bottom:.45rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
th{font-weight:600}
.whole{white-space:nowrap}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.heat td{border:2px solid var(--card);min-width:5.5rem;height:3.4rem;color:#1d2433}
.heat td b{display:block;font-size:.72rem;font-weight:600;letter-spacing:.02em}
.heat th[scope=col]{text-align:center}
.heat .axis{color:var(--soft);font-weight:400;font-size:.8rem}
.gantt{margin:0 0 .9rem}
.gantt figcaption{color:var(--soft);font-size:.88rem;margin-bottom:.5rem}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1rem;font-size:.8rem;color:var(--soft);margin:0 0 .6rem;padding:0;list-style:none}
.legend i{display:inline-block;width:.9rem;height:.7rem;border-radius:.15rem;margin-right:.35rem;background:var(--bar)}
.legend .crit i{background:var(--crit)}.legend .done i{background:var(--done)}
.legend .today i{width:0;border-left:2px dashed var(--bad);background:none;height:.9rem;vertical-align:-.15rem}
.rows{position:relative;margin:0;padding:0;list-style:none}
.rows li{display:grid;grid-template-columns:minmax(0,17rem) minmax(0,1fr);gap:.8rem;align-items:center;padding:.22rem 0;border-bottom:1px solid var(--line);font-size:.88rem}
.rows .dates{display:block;color:var(--soft);font-size:.76rem}
.track{position:relative;height:1.15rem}
.track span{position:absolute;top:.15rem;height:.85rem;border-radius:.2rem;background:var(--bar);min-width:3px}
.track .crit{background:var(--crit)}.track .done{background:var(--done)}
.track .milestone{width:.8rem;height:.8rem;min-width:0;border-radius:0;transform:translateX(-50%) rotate(45deg)}
.track .today{top:-.25rem;height:1.65rem;width:0;min-width:0;border-left:2px dashed var(--bad);background:none;border-radius:0}
.scale .track{height:1.2rem}.scale .track span{background:none;color:var(--soft);font-size:.72rem;top:0;border-left:1px solid var(--line);padding-left:.25rem;white-space:nowrap}
footer{color:var(--soft);font-size:.82rem}
@media (max-width:40rem){main{padding:1.25rem .75rem 3rem}section{padding:1rem .8rem}
.rows li{grid-template-columns:1fr;gap:.15rem}.figures{grid-template-columns:repeat(auto-fill,minmax(9.2rem,1fr))}.figure .value{font-size:1.1rem}}
@media print{body{background:none}section{break-inside:avoid;border:0;padding:0}}
`;
