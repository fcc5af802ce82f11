// Who supervises me, and whom I supervise: choosing, answering, ending (SPEC 5.10).
import {
  Button,
  ButtonGroup,
  Card,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  type Option,
  PostButton,
  PostForm,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { access, anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { searchPeople } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { endingsList } from '../left-open/endings-list.pages.tsx'
import { takeAlongTo } from '../left-open/left-open.changes.ts'
import { namer, typeNamer } from '../supervision.changes.ts'
import { kindsToChoose } from '../terms/kinds-to-choose.changes.ts'
import { plannedTerms } from '../terms/terms.view.ts'
import { answerPair, choosePair } from './pair.changes.ts'
import { pairForm } from './pair.form.ts'
import { findPair, findPairsOf } from './pair.store.ts'
import type { Pair, PairId } from './pair.ts'

const peopleOfPair = access<Pair>(
  'The two people of the pair',
  (asker, pair) => asker.person === pair.supervisee || asker.person === pair.supervisor,
)
const subject = (work: Work, { pair }: { pair: PairId }) => findPair(work, pair)

export const pairPages: readonly Page[] = [
  page({
    at: 'GET /supervision/supervisors',
    access: anyStaff,
    answer: (work) => pairsPage(work, pairForm.filled({})),
  }),
  page({
    at: 'POST /supervision/supervisors',
    access: anyStaff,
    answer: async (work, { form }) => {
      if (searchIn(form)) return pairsPage(work, { errors: [], typed: pairForm.typed(form) })
      const reading = pairForm.read(form)
      if (!reading.ok) return pairsPage(work, reading)
      const other = parseId<'person'>(reading.value.with)
      if (!other)
        return pairsPage(work, pairForm.refused(form, { reason: 'Choose one of the people found', field: 'with' }))
      const [asker, mine] = [work.asker.person, reading.value.side === 'me']
      const pair = { supervisee: mine ? other : asker, supervisor: mine ? asker : other, type: reading.value.type }
      const done = await choosePair(work, pair)
      if (done.ok && done.value.state === 'agreed') await takeAlongTo(work, done.value)
      if (!done.ok)
        return pairsPage(
          work,
          pairForm.refused(form, { reason: done.reason, field: done.field === 'type' ? 'type' : 'with' }),
        )
      return seeOther(
        '/supervision/supervisors',
        done.value.state === 'agreed' ? 'Supervisor chosen' : 'Asked. It stands once they agree.',
      )
    },
  }),
  page({
    at: 'POST /supervisors/:pair/consent',
    subject,
    access: peopleOfPair,
    answer: async (work, { subject: pair, form }) => {
      const agrees = form.answer === 'yes'
      const done = await answerPair(work, pair.id, agrees)
      if (!done.ok) return conflict(done.reason)
      if (agrees) await takeAlongTo(work, done.value)
      return seeOther('/supervision/supervisors', agrees ? 'Agreed. Your yes is on record with its date.' : 'Declined')
    },
  }),
]

async function pairsPage(work: Work, state: FormState) {
  const asker = work.asker.person
  const pairs = (await findPairsOf(work, asker)).filter((pair) => pair.state === 'agreed' || pair.state === 'asked')
  const nameOf = await namer(
    work,
    pairs.flatMap((pair) => [pair.supervisee, pair.supervisor]),
  )
  const typeName = await typeNamer(work)
  const types = plannedTerms(await policyOn(work))
  const words = { nameOf, typeName, asker, today: work.today }
  return html({
    title: titleWith(state, 'Supervisors'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Supervisors</h1>
        <PairLists pairs={pairs} {...words} />
        {await endingsList(work)}
        <h2>Choose a supervisor</h2>
        <PostForm action="/supervision/supervisors">
          <FormFields
            form={pairForm}
            state={state}
            options={{
              type: await kindsToChoose(work, types, parseId<'person'>(state.typed.with)),
              ...(await found(work, state)),
            }}
          />
          <Button>Save</Button>
        </PostForm>
        <p class="app-quiet">A line manager becomes your supervisor only when you agree to it yourself.</p>
      </>
    ),
  })
}

async function found(work: Work, state: FormState): Promise<{ with?: readonly Option[] }> {
  const text = String(state.typed['with-search'] ?? '').trim()
  if (text === '') return {}
  const { people } = await searchPeople(work, { text, day: work.today, most: 20, skip: 0 })
  const others = people.filter((one) => one.id !== work.asker.person)
  return {
    with: others.map((one) => ({
      value: one.id,
      label: one.name,
      hint: [one.staffGroup, one.unit].filter(Boolean).join(', ') || undefined,
    })),
  }
}

type Words = {
  nameOf: (person: Pair['supervisor']) => string
  typeName: (key: string) => string
  asker: string
  today: Day
}

function PairLists({ pairs, ...words }: Words & { pairs: readonly Pair[] }) {
  const mine = pairs.filter((pair) => pair.supervisee === words.asker)
  const theirs = pairs.filter((pair) => pair.supervisor === words.asker)
  return (
    <>
      <h2>My supervisors</h2>
      {mine.length === 0 && (
        <EmptyState heading="You have no supervisor here yet">
          <p>Choose one below. You may have several, and change them when you like.</p>
        </EmptyState>
      )}
      {mine.map((pair) => (
        <PairCard pair={pair} {...words} />
      ))}
      {theirs.length > 0 && <h2>Those I supervise</h2>}
      {theirs.map((pair) => (
        <PairCard pair={pair} {...words} />
      ))}
    </>
  )
}

function PairCard({ pair, nameOf, typeName, asker, today }: Words & { pair: Pair }) {
  const mine = pair.supervisee === asker
  const name = nameOf(mine ? pair.supervisor : pair.supervisee)
  return (
    <Card heading={name} size="s" level={3}>
      <p>
        {typeName(pair.type)}
        {pair.from && `, ${pair.from > today ? 'from' : 'since'} ${formatDay(pair.from)}`}
        {pair.to && `, until ${formatDay(addDays(pair.to, -1))}`}
      </p>
      {pair.state === 'asked' && mine && <ConsentPart pair={pair} name={name} />}
      {pair.state === 'asked' && !mine && <p>Waits for {name} to agree.</p>}
      {pair.state === 'agreed' && <WaysOn pair={pair} name={name} mine={mine} />}
    </Card>
  )
}

const ConsentPart = ({ pair, name }: { pair: Pair; name: string }) => (
  <>
    <p>
      {pair.lineManager
        ? `${name} is your line manager. Do you agree to be supervised by them?`
        : `Do you agree to be supervised by ${name}?`}
    </p>
    <ButtonGroup>
      <PostButton action={`/supervisors/${pair.id}/consent`} fields={{ answer: 'yes' }}>
        I agree
      </PostButton>
      <PostButton action={`/supervisors/${pair.id}/consent`} fields={{ answer: 'no' }} variant="secondary">
        No, thank you
      </PostButton>
    </ButtonGroup>
  </>
)

function WaysOn({ pair, name, mine }: { pair: Pair; name: string; mine: boolean }) {
  const who = mine ? `side=they&with=${pair.supervisor}` : `side=me&with=${pair.supervisee}`
  return (
    <p>
      <a href={`/supervision/booking?type=${encodeURIComponent(pair.type)}&${who}`}>
        Book a session<span class="nhsuk-u-visually-hidden"> with {name}</span>
      </a>{' '}
      ·{' '}
      <a href={`/supervisors/${pair.id}/contract`}>
        Contract<span class="nhsuk-u-visually-hidden"> with {name}</span>
      </a>{' '}
      {pair.to === null && mine && (
        <>
          ·{' '}
          <a href={`/supervisors/${pair.id}/change`}>
            Change<span class="nhsuk-u-visually-hidden"> from {name} to another supervisor</span>
          </a>{' '}
        </>
      )}
      {pair.to === null && (
        <>
          ·{' '}
          <a href={`/supervisors/${pair.id}/end`}>
            End<span class="nhsuk-u-visually-hidden"> supervision with {name}</span>
          </a>
        </>
      )}
    </p>
  )
}
