// On the page of ground rules: the way to the clauses while they are agreed, and afterwards to what was said of them.
import { LinkButton } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import type { Id } from '../../../platform/ids.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import { peopleOfRules } from './rules.access.ts'
import { subjectRules } from './rules.changes.ts'

export const rulesPanel: Panel = {
  place: 'agreement',
  order: 1,
  show: async (work, about) => {
    const id = about as Id<string> as AgreementId
    const subject = await subjectRules(work, { agreement: id })
    if (!subject || !peopleOfRules.may(work.asker, subject)) return null
    if (subject.agreement.state === 'adapting')
      return (
        <>
          <p>Everybody who will sign these rules answers them clause by clause: “I agree”, or “I have a concern”.</p>
          <LinkButton href={`/ground-rules/${id}`}>Go to the clauses</LinkButton>
        </>
      )
    return (
      <p>
        <a href={`/ground-rules/${id}`}>What was said while these rules were agreed</a>
      </p>
    )
  },
}
