// The ground rules on the page of a set: how they stand, what is next, who has signed; and beginning them.
import { InsetText, LinkButton, PostButton, StateTag } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { type Agreement, isParty, unsigned } from '../../agreements/index.ts'
import { namesOf } from '../../people/index.ts'
import { peopleOfSetItself } from '../set/set.access.ts'
import { subjectSet } from '../set/set.changes.ts'
import { belongs, isGoingOn, type LearningSet } from '../set/set.ts'
import { beginRules, rulesOf } from './set-rules.changes.ts'
import { mayBegin, type SetRules, type ToBegin, toBegin } from './set-rules.ts'

export const setRulesPages: readonly Page[] = [
  page({
    at: 'POST /action-learning/sets/:set/ground-rules',
    subject: subjectSet,
    access: peopleOfSetItself,
    answer: async (work, { subject: { set } }) => {
      const done = await beginRules(work, set.id)
      if (!done.ok) return conflict(done.reason)
      return seeOther(`/ground-rules/${done.value}`, 'Begun. Everybody in the set is asked to answer, clause by clause')
    },
  }),
]

/** The part of the set's page. Those who only look after sets see whether rules hold, and nothing else. */
export async function rulesPart(work: Work, set: LearningSet) {
  const rules = await rulesOf(work, set.id)
  const isIn = belongs(set, work.asker.person, work.today)
  const begin = isIn && isGoingOn(set, work.today) ? toBegin(set, rules, work.today) : null
  return (
    <>
      <h2>Ground rules</h2>
      <InForce rules={rules} asker={work.asker.person} isIn={isIn} />
      {rules.open && isIn && (await openPart(work, rules.open))}
      {rules.open && !isIn && <p>New ones are being agreed.</p>}
      {begin && <Begin set={set} work={work} begin={begin} />}
    </>
  )
}

function InForce({ rules, asker, isIn }: { rules: SetRules; asker: Agreement['startedBy']; isIn: boolean }) {
  const { inForce, open } = rules
  if (!inForce) return open ? null : <p>None are in force yet.</p>
  return (
    <>
      <p>
        <StateTag tone="good">In force</StateTag> {inForce.until && `until ${formatDay(inForce.until)}`}
        {open && isIn && '. They hold until the new ones are signed'}
      </p>
      {isParty(inForce, asker) && isIn && (
        <p>
          <a href={`/agreements/${inForce.id}`}>Read our ground rules</a>
        </p>
      )}
    </>
  )
}

async function openPart(work: Work, open: Agreement) {
  if (!isParty(open, work.asker.person))
    return <p>New ones are being agreed. You are asked when it is begun with you.</p>
  if (open.state === 'adapting')
    return (
      <>
        <p>
          <StateTag tone="waiting">Being agreed</StateTag> Clause by clause, by everybody in the set.
        </p>
        <LinkButton href={`/ground-rules/${open.id}`}>Go to the clauses</LinkButton>
      </>
    )
  const missing = unsigned(open).map((party) => party.person)
  const names = await namesOf(work, missing)
  const signs = missing.includes(work.asker.person)
  return (
    <>
      <p>
        <StateTag tone="waiting">To be signed</StateTag> {open.signatures.length} of {open.parties.length} have signed.
        Still to sign: <bdi>{missing.map((one) => names.get(one) ?? 'Somebody').join(', ')}</bdi>.
      </p>
      <LinkButton href={`/agreements/${open.id}`} variant={signs ? undefined : 'secondary'}>
        {signs ? 'Read and sign' : 'Look at the text'}
      </LinkButton>
    </>
  )
}

function Begin({ set, work, begin }: { set: LearningSet; work: Work; begin: ToBegin }) {
  const may = mayBegin(set, { begin, by: work.asker.person, day: work.today })
  const isFirst = begin.what === 'first rules'
  const words = isFirst
    ? 'Agree how you want to be with each other before you begin: clause by clause, everybody.'
    : 'Somebody joined or left, or their time is over: the rules are agreed again, beginning from the text as it is.'
  return (
    <InsetText>
      <p>{words}</p>
      {may ? (
        <PostButton action={`/action-learning/sets/${set.id}/ground-rules`}>
          {isFirst ? 'Begin our ground rules' : 'Agree them again'}
        </PostButton>
      ) : (
        <p>{isFirst ? 'The facilitator begins it.' : 'The facilitator, or a member who signed them, begins it.'}</p>
      )}
    </InsetText>
  )
}
