// How the questionnaire looks: to its author, with who can read it; and to those who facilitate the set.
import {
  Button,
  ButtonGroup,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  PostButton,
  PostForm,
  StateTag,
  titleWith,
  WhoCanSee,
  Written,
} from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { whoSees } from '../../records/index.ts'
import { peopleOn } from '../set/set.ts'
import { answersForm, answersShown } from './question.form.ts'
import { answered, type Answers, type Question } from './question.ts'
import { aboutSent, openSent } from './questionnaire.changes.ts'
import { isSent, type Questionnaire, readersOf } from './questionnaire.ts'
import type { About } from './questionnaire.pages.tsx'

const gone = 'Somebody who is no longer here'

/** Somebody's own questionnaire. */
export async function ownPage(
  work: Work,
  { set, name, questions }: About,
  { own, state }: { own: Questionnaire | null; state: FormState },
): Promise<Reply> {
  const here = `/action-learning/sets/${set.id}/questionnaire`
  return html({
    title: titleWith(state, 'Before your first meeting'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/action-learning/sets/${set.id}`, label: 'Action learning set' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{name}</h1>
        <Standing own={own} />
        <p>{await readersWords(work, { set, own })}</p>
        <PostForm action={`${here}/sending`} version={own?.save ?? 0} autosave={`${here}/draft`} id="questionnaire">
          <FormFields form={answersForm(questions)} state={state} />
          <ButtonGroup>
            <Button>{!isSent(own) ? 'Send to the facilitator' : 'Send it again'}</Button>
            <Button variant="secondary" formAction={here} formNoValidate>
              Save and carry on later
            </Button>
          </ButtonGroup>
        </PostForm>
        {!isSent(own) ? (
          <PostButton action={`${here}/declining`} variant="secondary">
            I would rather not answer
          </PostButton>
        ) : (
          <PostButton action={`${here}/withdrawal`} variant="secondary">
            Take it back
          </PostButton>
        )}
        {isSent(own) && (await footOf(work, own))}
      </>
    ),
  })
}

function Standing({ own }: { own: Questionnaire | null }) {
  if (isSent(own))
    return (
      <p>
        <StateTag tone="good">Sent</StateTag> on {formatMoment(own.sentAt)}
      </p>
    )
  if (own !== null && own.declinedAt !== null)
    return (
      <p>
        <StateTag tone="quiet">Not asked any more</StateTag> You said that you would rather not. You still can.
      </p>
    )
  return own && own.save > 0 ? (
    <p>
      <StateTag tone="waiting">Begun</StateTag> Only you can read it so far.
    </p>
  ) : null
}

/** Who reads it once it is sent, by name. */
async function readersWords(work: Work, { set }: Pick<About, 'set'> & { own: Questionnaire | null }): Promise<string> {
  const readers = readersOf(set, work.asker.person, work.today)
  const names = await namesOf(work, readers)
  const who = readers.map((one) => names.get(one) ?? gone).join(' and ')
  return `Answer what you like. Until you send it only you can read it; then ${who === '' ? 'your facilitator' : who} can, who facilitates your set. Nobody else does: not the others of the set, not the programme lead, not your manager.`
}

async function footOf(work: Work, own: Questionnaire) {
  const { can, has } = await whoSees(work, aboutSent(own))
  const names = await namesOf(
    work,
    [...can, ...has].map((one) => one.person),
  )
  const nameOf = (person: (typeof can)[number]['person']) => names.get(person) ?? gone
  return (
    <WhoCanSee
      what="what you sent"
      viewers={can.map((one) => ({ who: nameOf(one.person), why: one.because }))}
      looks={has.map((one) => ({ who: nameOf(one.person), when: formatMoment(one.last) }))}
      notThese="The others of the set, programme leads and line managers do not see it."
    />
  )
}

/** What members sent, for those who lead the set; who has not sent anything is not said. */
export async function sentPage(work: Work, { set, name, questions }: About): Promise<Reply> {
  const sent = await openSent(work, set)
  const names = await namesOf(
    work,
    sent.map((one) => one.person),
  )
  const members = peopleOn(set, work.today).filter((one) => one.as === 'member').length
  return html({
    title: 'Questionnaires',
    back: { href: `/action-learning/sets/${set.id}`, label: 'Action learning set' },
    body: (
      <>
        <h1>{name}</h1>
        <p>
          Written to you as the facilitator, to know whom you meet. Keep it to yourself; what the set should talk about,
          its members share themselves. {sent.length} of {members} have sent theirs. Nobody has to.
        </p>
        {sent.length === 0 && <EmptyState heading="Nothing has been sent yet" level={2} />}
        {sent.map(({ person, answers }) => (
          <section>
            <h2>
              <bdi>{names.get(person) ?? gone}</bdi>
            </h2>
            <AnswersRead questions={questions} answers={answers} />
          </section>
        ))}
        <p class="app-quiet">Each time this page is opened, those who wrote see that you read it.</p>
      </>
    ),
  })
}

/** What was answered, question by question. */
export const AnswersRead = ({ questions, answers }: { questions: readonly Question[]; answers: Answers }) => (
  <>
    {answered(questions, answers).map((question) => (
      <>
        <h3 class="nhsuk-heading-s">{question.label}</h3>
        <Written>{answers[question.key]}</Written>
      </>
    ))}
  </>
)

/** Both texts of a questionnaire that was saved elsewhere meanwhile. */
export function staleAnswers(
  { set, questions }: About,
  { kept, answers, save }: { kept: Answers; answers: Answers; save: number },
): Reply {
  const here = `/action-learning/sets/${set.id}/questionnaire`
  const different = questions.filter((one) => (kept[one.key] ?? '') !== (answers[one.key] ?? ''))
  const form = answersForm(questions)
  return html({
    title: 'Saved elsewhere meanwhile',
    status: 409,
    back: { href: here, label: 'Questionnaire' },
    body: (
      <>
        <h1>Saved elsewhere meanwhile</h1>
        <p>
          This was saved from another window or phone after you opened this page. Both texts are here. Put together what
          should stay, then save.
        </p>
        {different.map((one) => (
          <>
            <h2>{one.label} Saved elsewhere</h2>
            <Written>{kept[one.key] ?? 'Nothing'}</Written>
          </>
        ))}
        <h2>What you typed here</h2>
        <PostForm action={here} version={save}>
          <FormFields form={form} state={form.filled(answersShown(questions, answers))} />
          <Button>Save this</Button>
        </PostForm>
      </>
    ),
  })
}
