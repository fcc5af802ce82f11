// Who is asked to say that they have read each version of a policy, and how soon (SPEC 1.5), as a form of a draft.
import { choice, text } from '../../../design/index.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { changed, type Editor, opened } from './editor.form.ts'
import { intervalSaid, lengthOfTime } from './plain-parts.form.ts'

type Asked = NonNullable<PolicyPack['reading']>['by']

const askedWords: Readonly<Record<Asked, string>> = {
  everyone: 'Everyone who has a post',
  'those with a row': 'Those whom a row of the staff matrix is for',
  nobody: 'Nobody',
}
const all = Object.keys(askedWords) as readonly Asked[]
/** What holds when a policy does not say. */
const usual = { by: 'everyone', within: '4 weeks' } as const

/** Who is asked, in a few words, for the list of a draft's parts. */
export const whoReadsWords = ({ reading }: Pick<PolicyPack, 'reading'>): string => askedWords[reading?.by ?? usual.by]

export const whoReads: Editor = {
  title: 'Who confirms having read it',
  open: (pack) => {
    const now = { by: pack.reading?.by ?? usual.by, within: intervalSaid(pack.reading?.within) ?? usual.within }
    return opened({
      heading: 'Who confirms having read it',
      hint: 'They are asked once for each version that comes into force. Their managers see who has, and who has not.',
      fields: {
        by: choice({
          label: 'Who is asked?',
          options: all.map((value) => ({ value, label: askedWords[value] })),
        }),
        within: text({
          label: 'How soon',
          hint: 'From the day on which it comes into force, or on which they start. For example 4 weeks.',
          width: 20,
          optional: true,
          pattern: lengthOfTime,
        }),
      },
      values: { by: now.by, within: now.by === 'nobody' ? '' : now.within },
      check: ({ by, within }) =>
        by !== 'nobody' && !within ? [{ field: 'within', message: 'Say how soon they are asked to' }] : [],
      edits: ({ by, within }) => {
        const soon = by === 'nobody' ? null : (within ?? usual.within)
        if (pack.reading === undefined)
          return by === usual.by && soon === usual.within
            ? []
            : [{ path: ['reading'], value: { by, ...(soon === null ? {} : { within: soon }) } }]
        const asWritten = pack.reading.within === undefined ? null : intervalSaid(pack.reading.within)
        const isSame = soon === asWritten || (asWritten === null && soon === usual.within)
        return [
          ...changed(['reading', 'by'], pack.reading.by, by),
          ...(isSame ? [] : changed(['reading', 'within'], asWritten, soon)),
        ]
      },
      paths: { within: ['reading', 'within'], by: ['reading'] },
    })
  },
}
