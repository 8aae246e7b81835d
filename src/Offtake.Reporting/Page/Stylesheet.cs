namespace Offtake.Reporting.Page;

/// <summary>The one stylesheet of a report. System fonts only; nothing is fetched.</summary>
internal static class Stylesheet
{
    /// <summary>The style sheet's text.</summary>
    public const string Css = """
        :root{--ink:#1d232b;--muted:#59626e;--line:#d9dde3;--soft:#f5f6f8;--accent:#0b4a6f}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:#fff;color:var(--ink);font:16px/1.55 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif}
        main{max-width:1152px;margin:0 auto;padding:0 16px 64px}
        h1,h2,h3,h4{line-height:1.2;font-weight:650;letter-spacing:-.01em}
        h1{font-size:clamp(1.7rem,1.2rem + 2vw,2.5rem);margin:.15em 0 .1em}
        h2{font-size:1.45rem;margin:3.2rem 0 .5rem;padding-top:1.1rem;border-top:1px solid var(--line)}
        h3{font-size:1.08rem;margin:2rem 0 .4rem}
        h4,h5,h6{font-size:1rem;margin:1.4rem 0 .3rem}
        p,ul,ol,dl{max-width:74ch;margin:.5rem 0}
        a{color:var(--accent)}
        header.top{padding-top:1.6rem}
        .eyebrow,.facts{color:var(--muted);font-size:.9rem;margin:0;max-width:none}
        .facts{padding-bottom:.9rem;border-bottom:3px solid var(--ink)}
        .headline{font-size:clamp(1.15rem,1rem + .75vw,1.5rem);line-height:1.36;font-weight:560;max-width:72ch;margin:1rem 0 .9rem;letter-spacing:-.005em}
        .verdict{margin:0;padding:0;max-width:none}
        .verdict>div{display:grid;grid-template-columns:8.6rem minmax(0,1fr);gap:0 1rem;padding:.4rem 0;border-top:1px solid var(--line);font-size:.97rem}
        .verdict dt{font-weight:650}
        .verdict dd{margin:0;max-width:104ch}
        .range{color:var(--muted);white-space:nowrap;font-size:.92em}
        .range.long{white-space:normal}
        strong{font-weight:650}
        .tag{display:inline-block;font-size:.72rem;line-height:1;padding:.22em .5em .26em;border-radius:3px;border:1px solid;white-space:nowrap;vertical-align:.1em;font-weight:600}
        .tag.predicted{color:#0b4a6f;background:#e8f1f7;border-color:#b7d2e3}
        .tag.calibrated{color:#6b4a00;background:#fbf3e0;border-color:#e5cf9c}
        .tag.imposed{color:#4a505a;background:#f1f2f4;border-color:#cfd4da}
        .tag.met{color:#0b5a3c;background:#e6f4ec;border-color:#a9d3bd}
        .tag.missed{color:#8a1f11;background:#fdecea;border-color:#eab5ae}
        .notice{border-left:4px solid #b45309;background:#fdf6ec;padding:.6rem .9rem;margin:1rem 0;max-width:88ch}
        .notice p,.notice ul{margin:.2rem 0}
        nav.contents{margin:1.2rem 0 0;font-size:.92rem;color:var(--muted)}
        nav.contents a{display:inline-block;margin:.1rem .9rem .1rem 0;text-decoration:none;border-bottom:1px solid var(--line)}
        figure{margin:1.4rem 0 2rem}
        figcaption{max-width:84ch;margin-bottom:.3rem;break-inside:avoid}
        .note{color:var(--muted)}
        .legend{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;margin:.3rem 0 .7rem;font-size:.86rem;max-width:none;color:var(--ink)}
        .key{display:inline-flex;align-items:center;gap:.4rem}
        .sample{flex:none}
        .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,326px),1fr));gap:1.5rem 2rem;align-items:start}
        .grid.one{grid-template-columns:minmax(0,420px)}
        .grid.two{max-width:47rem}
        svg.chart,svg.sankey{display:block;width:100%;height:auto;overflow:visible}
        svg.chart{max-width:420px}
        svg text{font-family:inherit}
        svg .halo{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
        svg.sankey.tall{display:none}
        svg.wide+svg.tall+svg.wide{margin-top:1.6rem}
        .source{font-size:.8rem;color:var(--muted);margin:.6rem 0 .2rem;max-width:none}
        details{margin:.3rem 0;max-width:100%}
        summary{cursor:pointer;color:var(--accent);font-size:.86rem}
        details[open]>summary{margin-bottom:.4rem}
        .scroll{overflow-x:auto;max-width:100%;-webkit-overflow-scrolling:touch}
        .scroll.numbers{max-height:24rem;overflow:auto;border:1px solid var(--line)}
        table{border-collapse:separate;border-spacing:0;font-size:.86rem;line-height:1.4}
        th,td{text-align:left;vertical-align:top;padding:.36rem .9rem .36rem 0;border-bottom:1px solid var(--line)}
        .numbers th,.numbers td{padding:.2rem .6rem}
        thead th{font-weight:650;vertical-align:bottom;border-bottom:2px solid var(--ink)}
        thead th.n{max-width:8.5rem;white-space:normal}
        .numbers thead th{position:sticky;top:0;background:#fff}
        tbody th{font-weight:500;min-width:7rem;position:sticky;left:0;background:#fff}
        td.n,th.n{padding-left:.4rem}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        th:last-child,td:last-child{padding-right:0}
        .numbers th:last-child,.numbers td:last-child{padding-right:.6rem}
        td:nth-child(2){min-width:4.6rem}
        .scores tbody th{min-width:13rem}.scores th,.scores td{padding-right:.5rem}
        .scores td.n,.scores th.n,.instruments td.n,.wide td.n .note{white-space:normal}.instruments td.n .note{white-space:nowrap}
        .wide tbody th{min-width:13rem}.wide th,.wide td,.instruments th,.instruments td{padding-right:.6rem}
        .reason{min-width:22rem;white-space:normal}
        .heat{border-radius:2px;padding:.05rem .35rem}
        dl.manifest{display:grid;grid-template-columns:minmax(8rem,12rem) minmax(0,1fr);gap:.2rem 1rem;max-width:none;font-size:.9rem}
        dl.manifest dt{color:var(--muted)}
        dl.manifest dd{margin:0;overflow-wrap:anywhere}
        code,pre{font:.88em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
        pre{background:var(--soft);padding:.7rem .9rem;overflow-x:auto;max-width:100%}
        .story{border-left:3px solid var(--line);padding-left:1.1rem}
        blockquote{margin:.6rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--muted)}
        footer{margin-top:3rem;color:var(--muted);font-size:.85rem}
        @media screen and (max-width:940px){svg.sankey.wide{display:none}svg.sankey.tall{display:block;max-width:480px;margin-bottom:1.4rem}}
        @media (max-width:640px){
        .verdict>div{grid-template-columns:minmax(0,1fr)}
        table{width:max-content}td:not(:has(.reason)){max-width:17rem}.reason{width:26rem}
        tbody th{max-width:8.6rem;overflow-wrap:break-word}
        .range{white-space:normal}
        dl.manifest{grid-template-columns:minmax(0,1fr)}dl.manifest dd{margin-bottom:.4rem}
        h2{margin-top:2.4rem}}
        @media print{
        @page{size:A4;margin:14mm 13mm}
        body{font-size:9.6pt;line-height:1.42}
        main{max-width:none;padding:0}
        h1{font-size:21pt}h2{font-size:14pt;margin-top:1.4rem;break-after:avoid}h3,h4,figcaption,.legend{break-after:avoid}
        .headline{font-size:13pt}
        .verdict>div,svg,tr,.notice,figure.small,figcaption{break-inside:avoid}
        .source,details{break-before:avoid}
        nav.contents,details{display:none}
        .grid{grid-template-columns:repeat(2,1fr);gap:12px 24px}
        .grid.one{grid-template-columns:9.5cm}
        table{font-size:8pt}.scroll{overflow:visible}.wide table,.instruments table,.scores table{font-size:6.6pt}.wide tbody th,.scores tbody th{min-width:7rem}
        svg.sankey.wide{display:block}svg.sankey.tall{display:none}
        a{color:inherit;text-decoration:none}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """;
}
