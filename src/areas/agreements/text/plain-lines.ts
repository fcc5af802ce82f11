// How the words of people are written down before they are signed or printed (SPEC 4.2): one way only. Composed letters (NFC),
// line feeds, single spaces, at most one empty line; nothing that cannot be seen or that turns the order of letters round, so
// that nobody signs anything but what is on the screen.

/** One line: whatever breaks or spaces becomes a single space. '' when nothing is left. */
export const plainLine = (text: string): string => seen(text).replaceAll(/\s+/g, ' ').trim()

/** Lines without spaces at their ends, empty ones at most one after the other, none at the top or the foot. */
export function plainLines(text: string): readonly string[] {
  const lines = seen(text)
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .split('\n')
  const plain = lines.map((line) => line.replaceAll(/\s+/g, ' ').trim())
  const first = plain.findIndex((line) => line !== '')
  const last = plain.findLastIndex((line) => line !== '')
  return first === -1 ? [] : plain.slice(first, last + 1).filter((line, at, all) => line !== '' || all[at - 1] !== '')
}

const seen = (text: string): string =>
  ordinary.test(text) ? text : text.toWellFormed().replaceAll('\u0085', '\n').replaceAll(unseen, '').normalize('NFC')

// Letters of a typewriter are written one way only; most texts have no others, and are read often.
const ordinary = /^[\t\n\r\x20-\x7e]*$/

// The joiners U+200C and U+200D and the choosers of variants stay: scripts and emoji need them to be written at all.
const unseen = new RegExp(
  `[${[
    '\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u009F', // controls
    '\\u00AD\\u034F\\u180E\\u200B\\u2060-\\u2064\\uFEFF', // hyphens, joiners and spaces without width
    '\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u206F', // directions
    '\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0', // fillers
    '\\uFFF9-\\uFFFB\\u{E0000}-\\u{E007F}', // annotations and tags
  ].join('')}]`,
  'gu',
)
