// A hundred ways to get a script into a page, each with a mark of its own, and what a page must not hold when they stand in
// its texts: no element, no attribute and no address that came from them.
import { parseHTML } from 'linkedom'

const mark = 'xq'
const raw: readonly string[] = [
  '<script>M()</script>',
  '<ScRiPt>M()</sCrIpT>',
  '</script><script>M()</script>',
  '</title><script>M()</script>',
  '</textarea><script>M()</script>',
  '</style><script>M()</script>',
  '--><script>M()</script>',
  ']]><script>M()</script>',
  '<script src=//x.example/M></script>',
  '<script\u0000>M()</script>',
  '"><script>M()</script>',
  "'><script>M()</script>",
  '`><script>M()</script>',
  '" onfocus=M() autofocus x="',
  "' onmouseover=M() x='",
  '" autofocus onfocus="M()',
  '" style="background:url(javascript:M())',
  '" formaction="javascript:M()',
  '" href="javascript:M()',
  'javascript:M()',
  'JaVaScRiPt:M()',
  'java\tscript:M()',
  '\u0001javascript:M()',
  'data:text/html,<script>M()</script>',
  'vbscript:M()',
  '&lt;script&gt;M()&lt;/script&gt;',
  '&#60;script&#62;M()&#60;/script&#62;',
  '&#x3c;img src=x onerror=M()&#x3e;',
  '%3Cscript%3EM()%3C/script%3E',
  '\\u003cscript\\u003eM()',
  '+ADw-script+AD4-M()',
  '\uff1cscript\uff1eM()',
  '{{constructor.constructor("M()")()}}',
  '{%M%}',
  '<%= M() %>',
  '${'.concat('M()}'),
  '<base href=//M.example>',
  '<meta http-equiv=refresh content="0;url=javascript:M()">',
  '<link rel=stylesheet href=//M.example>',
  '<style>@import "//M.example"</style>',
  '<form action=//M.example><input name=_csrf>',
  '<noscript><p title="</noscript><img src=x onerror=M()>">',
  '<math><mi xlink:href="javascript:M()">x</mi></math>',
  '<svg><script>M()</script></svg>',
  '<svg/onload=M()>',
  '<svg><animate onbegin=M() attributeName=x>',
  '<svg><a xlink:href="javascript:M()"><text>x</text></a>',
  '<svg><foreignObject><img src=x onerror=M()></foreignObject></svg>',
  '<iframe srcdoc="<script>M()</script>">',
  '<object data="javascript:M()">',
  '<embed src="javascript:M()">',
  '<template><script>M()</script></template>',
  '<plaintext>M',
  '<xmp>M</xmp>',
  '<!--><img src=x onerror=M()>-->',
  '<![CDATA[<img src=x onerror=M()>]]>',
  '<?xml version="1.0"?><M/>',
  '<!DOCTYPE x [<!ENTITY M "x">]>&M;',
]
const tags = ['img', 'video', 'audio', 'details', 'body', 'input', 'select', 'marquee', 'p', 'a']
const events = ['onerror', 'onload', 'ontoggle', 'onfocus', 'onpointerenter']

/** At least a hundred payloads, each with its own mark. */
export const payloads: readonly string[] = [
  ...raw,
  ...tags.flatMap((tag) => events.map((event) => `<${tag} src=x open autofocus ${event}=M()>`)),
].map((text, at) => text.replaceAll('M', `${mark}${at}`))

const dangerous = 'iframe, object, embed, base, svg script, math, noscript p, plaintext, xmp, marquee, audio, video'

/** What of the payloads became more than text on this page, in words. */
export function escapesOn(source: string): readonly string[] {
  const { document } = parseHTML(source)
  const faults: string[] = []
  for (const element of document.querySelectorAll(dangerous)) faults.push(`an element ${element.tagName}`)
  for (const script of document.querySelectorAll('script'))
    if (
      new RegExp(`${mark}\\d`).test(script.textContent ?? '') ||
      (!script.hasAttribute('nonce') && !script.getAttribute('src')?.startsWith('/assets/'))
    )
      faults.push(`a script ${(script.textContent ?? '').slice(0, 60)}`)
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) faults.push(`an attribute ${name}`)
      if (name.includes(mark) || /[<>"'`]/.test(name)) faults.push(`an attribute called ${name}`)
      const isAddress = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcdoc'].includes(name)
      // oxlint reads the browser's own rule: control characters and spaces within the scheme are dropped.
      const plain = value.replaceAll(/[\s\p{Cc}]/gu, '')
      if (isAddress && /^(javascript|vbscript|data:text)/i.test(plain)) faults.push(`${name}=${value.slice(0, 60)}`)
    }
  return faults
}

/** Pieces of so many characters at most, each of whole payloads. */
export function pieces(most: number): readonly string[] {
  const all: string[] = []
  for (const payload of payloads) {
    const last = all.at(-1)
    if (last !== undefined && last.length + payload.length + 1 <= most) all[all.length - 1] = `${last} ${payload}`
    else if (payload.length <= most) all.push(payload)
  }
  return all
}
