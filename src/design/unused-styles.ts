// Takes out of the style sheet what no page of ours can show: variants of NHS components that we do not draw.
// A third of the bytes of a first visit; the list is short and named, so that nothing goes missing by guess.

const never = [
  'nhsuk-card--care',
  'nhsuk-card--feature',
  'nhsuk-card__heading--feature',
  'nhsuk-card--primary',
  'nhsuk-card--top-task',
  'nhsuk-card--secondary',
  'nhsuk-card-group',
  'nhsuk-card__img',
  'nhsuk-card__actions',
  'nhsuk-card__action',
  'nhsuk-header--white',
  'nhsuk-header--inline',
  'nhsuk-header--organisation',
  'nhsuk-header__navigation--white',
  'nhsuk-header__navigation--justified',
  'nhsuk-header__organisation',
  'nhsuk-header__search',
  'nhsuk-button--login',
  'nhsuk-button--reverse',
  'nhsuk-button--brand',
  'nhsuk-button--icon',
  'nhsuk-button--secondary-solid',
  'nhsuk-link--reverse',
  'nhsuk-link-style-white',
  '--reverse',
  'nhsuk-expander',
  'nhsuk-file-upload__drop',
  'nhsuk-file-upload__choose',
  'nhsuk-file-upload__status',
  'nhsuk-body-l--reverse',
  'nhsuk-table--panel',
  'nhsuk-table__panel',
  'nhsuk-table-container',
  'nhsuk-table-responsive',
  'nhsuk-u-static',
  'nhsuk-u-padding',
  'nhsuk-u-font-size-64',
  'nhsuk-code',
  'nhsuk-tag--aqua-green',
  'nhsuk-tag--pink',
  'nhsuk-tag--orange',
  'nhsuk-tag--white',
  'nhsuk-date-input__item--',
  'nhsuk-icon--size',
  'nhsuk-section-break',
]

/** The style sheet without selectors that name one of these; empty rules and empty at-rules go too. */
export function withoutUnused(css: string): string {
  let kept = ''
  let at = 0
  while (at < css.length) {
    const open = css.indexOf('{', at)
    const semicolon = css.indexOf(';', at)
    if (open === -1) return kept + css.slice(at)
    if (semicolon !== -1 && semicolon < open) {
      kept += css.slice(at, semicolon + 1)
      at = semicolon + 1
      continue
    }
    const close = closingBrace(css, open)
    kept += ruleWithoutUnused(css.slice(at, open), css.slice(open + 1, close))
    at = close + 1
  }
  return kept
}

function ruleWithoutUnused(head: string, body: string): string {
  if (/^\s*@(?:media|supports)/.test(head)) {
    const inner = withoutUnused(body)
    return inner.trim() === '' ? '' : `${head}{${inner}}`
  }
  if (head.trimStart().startsWith('@')) return `${head}{${body}}`
  const selectors = selectorsIn(head).filter((selector) => !never.some((name) => selector.includes(name)))
  return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`
}

function closingBrace(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1
    else if (css[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  return css.length
}

/** Splits at commas that are not within brackets: `:is(a, b)` is one. */
function selectorsIn(head: string): string[] {
  const selectors: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= head.length; at += 1) {
    const sign = head[at]
    if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    else if (at === head.length || (sign === ',' && depth === 0)) {
      selectors.push(head.slice(start, at))
      start = at + 1
    }
  }
  return selectors
}
