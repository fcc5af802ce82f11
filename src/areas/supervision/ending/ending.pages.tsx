// Ending supervision with somebody: one page, kept to what is needed, in words that blame nobody. From a pair or from a contract.
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  LinkButton,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import type { Id } from '../../../platform/ids.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { type Agreement, findAgreement, partiesOfAgreement } from '../../agreements/index.ts'
import { findPair } from '../pair/pair.store.ts'
import type { EndKind, Pair, PairId } from '../pair/pair.ts'
import { namer } from '../supervision.changes.ts'
import { twoOfPair } from './ending.access.ts'
import { endableBetween, endSupervision } from './ending.changes.ts'
import { endingForm, saidOf } from './ending.form.ts'
import { type Endable, otherOf, type Two } from './ending.ts'

const pairOf = (work: Work, { pair }: { pair: PairId }) => findPair(work, pair)
const contractOf = (work: Work, { agreement }: { agreement: Id<'agreement'> }) => findAgreement(work, agreement)

export const endingPages: readonly Page[] = [
  page({
    at: 'GET /supervisors/:pair/end',
    subject: pairOf,
    access: twoOfPair,
    answer: (work, { subject }) => openPage(work, fromPair(subject)),
  }),
  page({
    at: 'POST /supervisors/:pair/end',
    subject: pairOf,
    access: twoOfPair,
    answer: (work, { subject, form }) => endIt(work, fromPair(subject), form),
  }),
  page({
    at: 'GET /agreements/:agreement/ending',
    subject: contractOf,
    access: partiesOfAgreement,
    answer: (work, { subject }) => {
      const from = fromContract(subject)
      return from ? openPage(work, from) : conflict(onlyOfTwo)
    },
  }),
  page({
    at: 'POST /agreements/:agreement/ending',
    subject: contractOf,
    access: partiesOfAgreement,
    answer: (work, { subject, form }) => {
      const from = fromContract(subject)
      return from ? endIt(work, from, form) : conflict(onlyOfTwo)
    },
  }),
]

const onlyOfTwo = 'Only a contract between a supervisee and a supervisor is ended here.'

/** Where the page was opened from: it says what is ticked beforehand, and where to go back to. */
type From = {
  readonly two: Two
  readonly action: string
  readonly back: { readonly href: string; readonly label: string }
  readonly meant: (one: Endable) => boolean
}

const fromPair = (pair: Pair): From => ({
  two: pair,
  action: `/supervisors/${pair.id}/end`,
  back: { href: '/supervision/supervisors', label: 'Supervisors' },
  meant: (one) => one.pair === pair.id,
})

function fromContract(agreement: Agreement): From | null {
  const personAs = (part: string) => agreement.parties.find((party) => party.as === part)?.person
  const [supervisee, supervisor] = [personAs('supervisee'), personAs('supervisor')]
  if (!supervisee || !supervisor || agreement.parties.length !== 2) return null
  return {
    two: { supervisee, supervisor },
    action: `/agreements/${agreement.id}/ending`,
    back: { href: `/agreements/${agreement.id}`, label: 'Your contract' },
    meant: (one) => one.agreements.includes(agreement.id),
  }
}

async function openPage(work: Work, from: From): Promise<Reply> {
  const endable = await endableBetween(work, from.two)
  const parts = endable.filter(from.meant).map((one) => one.key)
  if (parts.length === 0) return conflict('This has ended already.')
  return endPage(work, from, endingForm.filled({ parts, when: 'today' }))
}

async function endIt(work: Work, from: From, form: Typed): Promise<Reply> {
  const endable = await endableBetween(work, from.two)
  const only = endable.length === 1 && endable[0] ? endable[0].key : null
  const sent = only ? { ...form, parts: only } : form
  const reading = endingForm.read(sent, { today: work.today })
  if (!reading.ok) return endPage(work, from, reading)
  const { parts, kind } = reading.value
  const said = saidOf(reading.value, work.today)
  const done = await endSupervision(work, { ...from.two, ...said, parts, kind: kind as EndKind, successor: null })
  if (!done.ok) return endPage(work, from, endingForm.refused(sent, done))
  return seeOther(`/supervision/endings/${done.value.id}`, 'It is on record. Here is what is still open between you.')
}

async function endPage(work: Work, from: From, state: FormState): Promise<Reply> {
  const endable = await endableBetween(work, from.two)
  const nameOf = await namer(work, [from.two.supervisee, from.two.supervisor])
  const other = nameOf(otherOf(from.two, work.asker.person))
  const mine = from.two.supervisee === work.asker.person
  const only = Object.keys(endingForm.fields).filter((name) => name !== 'parts' || endable.length > 1)
  return html({
    title: titleWith(state, 'End supervision'),
    status: state.errors.length > 0 ? 422 : 200,
    back: from.back,
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>End supervision with {other}</h1>
        <p>
          Working together comes to an end for many good reasons. Either of you may end it, best after talking about it
          together.
        </p>
        <WhatItMeans mine={mine} other={other} />
        <PostForm action={from.action}>
          <FormFields
            form={endingForm}
            state={state}
            only={only}
            options={{ parts: endable.map(({ key, name }) => ({ value: key, label: name })) }}
          />
          <ButtonGroup>
            <Button>End it</Button>
            <LinkButton href={from.back.href} variant="secondary">
              Go on as we are
            </LinkButton>
          </ButtonGroup>
        </PostForm>
      </>
    ),
  })
}

const WhatItMeans = ({ mine, other }: { mine: boolean; other: string }) => (
  <InsetText>
    <ul>
      <li>What was written stays with the two of you, and with nobody else.</li>
      <li>Next you go through sessions ahead and open actions, one by one.</li>
      <li>
        {mine
          ? 'Your line manager is told that you need a supervisor, and nothing else: not why, and not who ended it.'
          : `The line manager of ${other} is told that ${other} needs a supervisor, and nothing else.`}
      </li>
      <li>You can take it back within 24 hours.</li>
    </ul>
  </InsetText>
)
