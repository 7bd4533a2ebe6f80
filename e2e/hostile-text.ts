const SET = 'window.__pwned=1'

/** Text that runs, loads or hides something wherever it is not treated as text. */
export const hostileTexts = [
  `<script>${SET}</script>`,
  `"><img src=x onerror="${SET}">`,
  `<svg/onload=${SET}>`,
  `&lt;script&gt;${SET}&lt;/script&gt; &lt;img src=x onerror=${SET}&gt;`,
  `</textarea></title></style><script>${SET}</script>`,
  `<a href="javascript:${SET}">press</a> <iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
  `[press](javascript:${SET}) ![seen](http://127.0.0.2/seen.png) <http://127.0.0.2/>`,
  `<link rel=stylesheet href=//127.0.0.2/x.css><style>@import '//127.0.0.2/y.css'</style>`,
  `<meta http-equiv=refresh content="0;url=http://127.0.0.2/"><base href=//127.0.0.2/>`,
  `{{constructor.constructor('${SET}')()}} \${${SET}} <%= ${SET} %> #{${SET}}`,
  `\u202Efdp.tnemges\u202C \u2066hidden\u2069 pass\u200Bword\uFEFF \u2028\u2029 <!-- ]]> -->`,
  `' onmouseover='${SET}' autofocus onfocus='${SET}`,
]
