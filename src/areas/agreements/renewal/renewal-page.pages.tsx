// How a renewal looks: where it stands, and its one next step. Its words are for the people of the contract alone.
import {
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  LinkButton,
  PostButton,
  PostForm,
  titleWith,
  type VNode,
  Written,
} from '../../../design/index.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, whoSeesFoot } from '../../people/index.ts'
import { lookBackForm, lookBackValues } from './look-back.form.ts'
import { aboutLookBack, readOwnDraft, readSent, type ReadLookBack, type Renewal } from './renewal.changes.ts'
import type { LookBackQuestion } from './look-back.view.ts'

/** What came back with faults, and the day on which the two want to meet when a booking led here. */
export type Shown = { readonly state?: FormState; readonly meetingOn: Day | null }

type NameOf = (person: PersonId) => string

/** The page of a renewal for one of its people. */
export async function renewalPage(work: Work, renewal: Renewal, shown: Shown): Promise<Reply> {
  const { agreement } = renewal
  const names = await namesOf(
    work,
    agreement.parties.map((party) => party.person),
  )
  const nameOf: NameOf = (person) => names.get(person) ?? 'Somebody'
  const others = agreement.parties.map((party) => party.person).filter((person) => person !== work.asker.person)
  const title = agreement.kind === 'ground rules' ? 'Renew your ground rules' : 'Renew your contract'
  const withWhom = agreement.kind === 'ground rules' ? '' : ` with ${others.map(nameOf).join(', ')}`
  return html({
    title: titleWith(shown.state, title),
    status: shown.state ? 422 : 200,
    back: {
      href: `/agreements/${agreement.id}`,
      label: agreement.kind === 'ground rules' ? 'Ground rules' : 'Contract',
    },
    body: (
      <>
        <ErrorSummary state={shown.state} />
        <h1>
          {title}
          {withWhom}
        </h1>
        <p class="app-lede">
          {renewal.name}
          {agreement.until && `, ${until(agreement.until, work.today)}`}
        </p>
        {await stepPart(work, renewal, { ...shown, nameOf })}
      </>
    ),
  })
}

const until = (end: Day, today: Day): string =>
  `${end > today ? 'in force until' : 'held until'} ${formatDay(addDays(end, -1))}`

type Parts = Shown & { readonly nameOf: NameOf }

async function stepPart(work: Work, renewal: Renewal, parts: Parts): Promise<VNode> {
  const { step, agreement } = renewal
  const here = `/agreements/${agreement.id}`
  if (step.step === 'closed') return <p>{step.why}.</p>
  if (step.step === 'not yet')
    return (
      <p>
        It can be renewed from {formatDay(step.opens)}. You will be reminded on your first page. If you want to meet on
        a day after its end, book that session: the way here opens then.
      </p>
    )
  if (step.step === 'begun')
    return (
      <>
        <p>The next one has been begun. Adapt it if you like, then sign.</p>
        <LinkButton href={`/agreements/${step.next}`}>Go on with the new one</LinkButton>
        {await bothTexts(work, renewal, parts.nameOf)}
      </>
    )
  if (step.step === 'look back') return lookBackPart(work, renewal, parts)
  return (
    <>
      {step.step === 'waiting' ? (
        <InsetText>
          <p>
            {step.others.map(parts.nameOf).join(', ')} has not sent theirs yet. Once they have, you read what the other
            wrote. From {formatDay(step.until)} you can go on without waiting.
          </p>
        </InsetText>
      ) : (
        <Ready renewal={renewal} without={step.without.map(parts.nameOf)} action={`${here}/renewal`} />
      )}
      {await bothTexts(work, renewal, parts.nameOf)}
    </>
  )
}

function Ready({ renewal, without, action }: { renewal: Renewal; without: readonly string[]; action: string }) {
  const { agreement, renewable } = renewal
  return (
    <>
      {without.length > 0 && (
        <p>
          {without.join(', ')} has not looked back. You need not wait any longer; it is noted that one side said
          nothing.
        </p>
      )}
      <p>
        {renewable.looksBack && without.length === 0 && 'You have both looked back. Talk about it when you next meet. '}
        The new one begins with the words of the present one; you can change it before you all sign.{' '}
        {agreement.until && 'The present one holds until its own end.'}
      </p>
      <PostButton action={action}>Begin the new one</PostButton>
    </>
  )
}

/** The form, for its author alone until it is sent. */
async function lookBackPart(work: Work, renewal: Renewal, { state, meetingOn, nameOf }: Parts): Promise<VNode> {
  const { asks, own, agreement, lookBacks } = renewal
  const form = lookBackForm(asks.questions)
  const shown = state ?? form.filled(lookBackValues(asks.questions, await readOwnDraft(work, renewal)))
  const here = `/agreements/${agreement.id}/look-back`
  const sent = lookBacks.filter((one) => one.sentAt !== null).map((one) => nameOf(one.person))
  return (
    <>
      <h2>{asks.heading}</h2>
      <p>
        First each of you looks back alone. A few words are enough. Nobody reads it until you send it, and then only the
        other side, once they have sent theirs.
      </p>
      {sent.length > 0 && (
        <InsetText>
          <p>{sent.join(', ')} has looked back already. You read it once you have sent yours.</p>
        </InsetText>
      )}
      {asks.prompts.length > 0 && (
        <Details summary="Questions to think about">
          <ul>
            {asks.prompts.map((prompt) => (
              <li>{prompt}</li>
            ))}
          </ul>
        </Details>
      )}
      <PostForm action={`${here}/sending`} version={own?.save ?? 0} autosave={`${here}/draft`} id="look-back">
        {meetingOn && <input type="hidden" name="for" value={meetingOn} />}
        <FormFields form={form} state={shown} />
        <ButtonGroup>
          <Button>Send it</Button>
          <Button variant="secondary" formAction={here} formNoValidate>
            Save and carry on later
          </Button>
        </ButtonGroup>
      </PostForm>
    </>
  )
}

/** What was sent, question by question, with who can see it. */
async function bothTexts(work: Work, renewal: Renewal, nameOf: NameOf): Promise<VNode | null> {
  const read = await readSent(work, renewal)
  if (read.length === 0) return null
  const own = read.find((one) => one.person === work.asker.person)
  return (
    <>
      <h2>{read.length > 1 ? 'What you both wrote' : 'What you wrote'}</h2>
      {renewal.asks.questions.map((question) => (
        <OneQuestion question={question} read={read} nameOf={nameOf} />
      ))}
      {own &&
        (await whoSeesFoot(work, aboutLookBack(own.lookBack), {
          what: 'what you wrote',
          notThese: 'The other side reads it once they have sent theirs. Managers never see this page.',
        }))}
    </>
  )
}

function OneQuestion({
  question,
  read,
  nameOf,
}: {
  question: LookBackQuestion
  read: readonly ReadLookBack[]
  nameOf: NameOf
}) {
  const answers = read.filter((one) => (one.texts[question.key] ?? '') !== '')
  if (answers.length === 0) return null
  return (
    <section>
      <h3 class="nhsuk-heading-s">{question.label}</h3>
      {answers.map((one) => (
        <>
          <p class="app-quiet">
            <bdi>{nameOf(one.person)}</bdi>
          </p>
          <Written>{one.texts[question.key] ?? ''}</Written>
        </>
      ))}
    </section>
  )
}
