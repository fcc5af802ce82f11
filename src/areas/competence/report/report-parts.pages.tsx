// What was seen, as the supervisor, whoever observed and the director read it; the plan with how it stands; and the next step of each.
import {
  Button,
  FormFields,
  type FormState,
  Hidden,
  LinkButton,
  PostButton,
  PostForm,
  StateTag,
  SummaryList,
  Table,
  Written,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { type ActionFacts, actionsFrom, standingOf, textOfAction } from '../../actions/index.ts'
import { whoSeesFoot } from '../../people/index.ts'
import { openTexts, type PointedOut, PointedOutPart, type Texts } from '../../records/index.ts'
import { decideWriting, type Observation, stageOf } from '../observation/observation.ts'
import { aboutReport, aboutSeen, formFor, openComment } from './report.changes.ts'
import { commentForm } from './report.form.ts'
import { answeredIn, answerInWords, type ReportForm } from './report.ts'

/** The answer's form as it comes back. */
export type Again = { readonly state: FormState; readonly pointed: PointedOut | null }

/** Everything that was sent, for one of its readers; null before there is anything. */
export async function reportPart(work: Work, one: Observation, again: Again | null) {
  if (one.version === 0) return null
  const asker = work.asker.person
  const isPassedOn = one.passedAt !== null
  const about = isPassedOn ? aboutReport(one) : aboutSeen(one)
  const { texts } = await openTexts(work, { about, version: isPassedOn ? 1 : one.version })
  const form = await formFor(work, one)
  const comment = isPassedOn ? (texts.comment ?? '') : await openComment(work, one)
  return (
    <>
      <SeenRead form={form} texts={texts} />
      {await planPart(work, one)}
      <CommentRead one={one} words={comment} />
      {asker === one.supervisor && <CommentForm one={one} again={again} />}
      {asker === one.observer && <ObserverWays one={one} work={work} />}
      {await whoSeesFoot(work, about, { what: isPassedOn ? 'this report' : 'what was written', notThese: nobodyElse })}
    </>
  )
}

const nobodyElse = 'Line managers and the people who were supervised do not see it.'

/** What was answered, short answers in a list, words each under its question. */
export function SeenRead({ form, texts, level = 2 }: { form: ReportForm; texts: Texts; level?: 2 | 3 }) {
  const all = answeredIn(form, texts)
  const short = all.filter((asked) => asked.answer !== 'words')
  const Heading = `h${level}` as const
  return (
    <>
      {short.length > 0 && (
        <SummaryList rows={short.map((asked) => ({ name: asked.label, value: answerInWords(asked, texts) }))} />
      )}
      {all
        .filter((asked) => asked.answer === 'words')
        .map((asked) => (
          <>
            <Heading class="nhsuk-heading-m">{asked.label}</Heading>
            <Written>{texts[asked.key]}</Written>
          </>
        ))}
    </>
  )
}

type Line = { readonly action: ActionFacts; readonly text: string }

/** The action plan, with how each stands. */
export async function planPart(work: Work, one: Observation) {
  const lines: Line[] = []
  for (const action of await actionsFrom(work, 'observation', [one.id]))
    lines.push({ action, text: await textOfAction(work, action.id) })
  if (lines.length === 0) return null
  const isOwn = work.asker.person === one.supervisor
  return (
    <Table
      caption="Action plan"
      captionSize="m"
      rows={lines}
      columns={[
        { heading: 'What', cell: ({ text }) => <bdi>{text || 'Would not open'}</bdi> },
        {
          heading: 'How it stands',
          cell: ({ action }) =>
            isOwn ? (
              <a href={`/actions/${action.id}`}>{standingOf(action, work.today)}</a>
            ) : (
              standingOf(action, work.today)
            ),
        },
      ]}
    />
  )
}

function CommentRead({ one, words }: { one: Observation; words: string }) {
  if (one.comment === null || one.comment.version !== one.version) return null
  const agreed = one.comment.outcome === 'agreed'
  return (
    <>
      <h2 class="nhsuk-heading-m">The supervisor’s comment</h2>
      <p>
        <StateTag tone={agreed ? 'good' : 'new'}>{agreed ? 'Agreed' : 'Commented'}</StateTag>{' '}
        {formatMoment(one.comment.at)}
      </p>
      {words !== '' && <Written>{words}</Written>}
    </>
  )
}

function CommentForm({ one, again }: { one: Observation; again: Again | null }) {
  if (one.passedAt !== null || one.comment?.version === one.version) return null
  const state = again?.state ?? commentForm.filled({})
  return (
    <>
      <h2>Your answer</h2>
      <p>It goes to the director with the report, and you read the same report.</p>
      <PostForm action={`/observations/${one.id}/comment`} version={one.version}>
        <FormFields form={commentForm} state={state} />
        <PointedOutPart pointed={again?.pointed ?? null} state={state} />
        <Button>Send your answer</Button>
      </PostForm>
    </>
  )
}

function ObserverWays({ one, work }: { one: Observation; work: Work }) {
  const isReady = stageOf(one, work.moment) === 'to be passed on'
  return (
    <>
      {isReady && <PostButton action={`/observations/${one.id}/report`}>Send the report to the director</PostButton>}
      {decideWriting(one, work.moment).ok && (
        <LinkButton href={`/observations/${one.id}/writing`} variant="secondary">
          Change it and send it again
        </LinkButton>
      )}
    </>
  )
}

/** For whoever gets it: that they have it. */
export const ReceiptWay = ({ one, received, about }: { one: Observation; received: boolean; about?: string }) =>
  received ? (
    <p>
      <StateTag tone="good">You have received it</StateTag>
    </p>
  ) : (
    <PostButton action={`/observations/${one.id}/receipt`}>
      I have read it{about !== undefined && <Hidden>: the report on {about}</Hidden>}
    </PostButton>
  )

/** Names, with words for whoever has gone. */
export type Names = (person: PersonId) => string
