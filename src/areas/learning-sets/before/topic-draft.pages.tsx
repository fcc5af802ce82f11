// Drafting one's topic before a meeting: kept as it is typed, read by nobody else.
import {
  Button,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { data, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import type { RecordPart } from '../../supervision/index.ts'
import { type MeetingSubject, peopleOfMeetingItself } from '../room/meeting.access.ts'
import { subjectMeeting } from '../room/meeting-subject.changes.ts'
import { draftParts, keepDraft, openMyDraft } from './topic-draft.changes.ts'
import { draftForm } from './topic-draft.form.ts'
import { decideLength, type DraftTexts, mayDraft } from './topic-draft.ts'

const own = { subject: subjectMeeting, access: peopleOfMeetingItself } as const

export const topicDraftPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/meetings/:meeting/topic-draft',
    ...own,
    answer: async (work, { subject }) => {
      const parts = await draftParts(work, subject.set)
      const { save, texts } = await openMyDraft(work, subject.meeting.id)
      return draftPage(subject, { parts, state: draftForm(parts).filled(texts), save })
    },
  }),
  page({
    at: 'POST /action-learning/meetings/:meeting/topic-draft/draft',
    ...own,
    quiet: true,
    answer: async (work, { subject, form }) => {
      const parts = await draftParts(work, subject.set)
      const texts = textsOf(parts, draftForm(parts).typed(form))
      const done = await keepDraft(work, subject, { fromSave: Number(firstOf(form, '_version')), texts })
      return done.ok ? data({ version: done.value.save }) : data({ reason: done.reason }, 409)
    },
  }),
  page({
    at: 'POST /action-learning/meetings/:meeting/topic-draft',
    ...own,
    answer: async (work, { subject, form }) => {
      const parts = await draftParts(work, subject.set)
      const shape = draftForm(parts)
      const fromSave = Number(firstOf(form, '_version'))
      const reading = shape.read(form)
      if (!reading.ok) return draftPage(subject, { parts, state: reading, save: fromSave })
      const texts = textsOf(parts, reading.value)
      const isNewest = await isGoingOn(work, subject, { fromSave, texts })
      const done = await keepDraft(work, subject, { fromSave: isNewest ?? fromSave, texts })
      if (!done.ok) return refused(work, subject, { parts, texts, reason: done.reason })
      const tooLong = parts.map((part) => decideLength(texts[part.key] ?? '', part.key)).find((one) => !one.ok)
      if (!tooLong || tooLong.ok)
        return seeOther(`/action-learning/meetings/${subject.meeting.id}`, 'Your draft is kept')
      return draftPage(subject, { parts, state: shape.refused(form, tooLong), save: done.value.save, kept: true })
    },
  }),
]

/** The newest save when nothing in it differs from what is sent now, as after an autosave whose answer came too late. */
async function isGoingOn(
  work: Work,
  { meeting }: MeetingSubject,
  what: { fromSave: number; texts: DraftTexts },
): Promise<number | null> {
  const { save, texts } = await openMyDraft(work, meeting.id)
  if (save === what.fromSave) return save
  return Object.entries(what.texts).every(([key, text]) => (texts[key] ?? '') === text) ? save : null
}

const textsOf = (parts: readonly RecordPart[], typed: Readonly<Record<string, unknown>>): DraftTexts =>
  Object.fromEntries(
    parts.map(({ key }) => {
      const value = typed[key]
      return [key, typeof value === 'string' ? value : '']
    }),
  )

type Shown = {
  readonly parts: readonly RecordPart[]
  readonly state: FormState
  readonly save: number
  /** It was kept, though it is too long. */
  readonly kept?: boolean
}

function draftPage({ meeting }: MeetingSubject, { parts, state, save, kept }: Shown): Reply {
  const here = `/action-learning/meetings/${meeting.id}`
  const may = mayDraft(meeting)
  return html({
    title: titleWith(state, 'Draft your topic'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: here, label: 'Meeting' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Draft your topic</h1>
        <p class="app-lede">For the meeting on {formatMoment(meeting.startsAt)}</p>
        <p>
          Only you can read it, and nobody learns that you wrote it. The set hears what you say when topics are named.
          {kept && ' It is kept as you see it.'}
        </p>
        {may.ok ? (
          <PostForm
            action={`${here}/topic-draft`}
            version={save}
            autosave={`${here}/topic-draft/draft`}
            id="topic-draft"
          >
            <DraftFields parts={parts} state={state} />
            <Button>Keep my draft</Button>
          </PostForm>
        ) : (
          <p>{may.reason}.</p>
        )}
      </>
    ),
  })
}

function DraftFields({ parts, state }: { parts: readonly RecordPart[]; state: FormState }) {
  const form = draftForm(parts)
  return (
    <>
      {parts.map((part) => (
        <>
          <FormFields form={form} state={state} only={[part.key]} />
          {part.prompts.length > 0 && (
            <Details summary={part.promptsName}>
              <ul class="nhsuk-list nhsuk-list--bullet">
                {part.prompts.map((prompt) => (
                  <li>{prompt}</li>
                ))}
              </ul>
            </Details>
          )}
        </>
      ))}
    </>
  )
}

/** What was kept elsewhere, and what was typed here, with the way to put them together. */
async function refused(
  work: Work,
  { meeting }: MeetingSubject,
  what: { parts: readonly RecordPart[]; texts: DraftTexts; reason: string },
): Promise<Reply> {
  const { save, texts: kept } = await openMyDraft(work, meeting.id)
  const here = `/action-learning/meetings/${meeting.id}`
  const differs = what.parts.filter(({ key }) => (kept[key] ?? '') !== (what.texts[key] ?? ''))
  return html({
    title: 'Your draft was not saved',
    status: 409,
    back: { href: here, label: 'Meeting' },
    body: (
      <>
        <h1>Your draft was not saved</h1>
        <p>{what.reason}.</p>
        {differs.map((part) => (
          <>
            <h2>{part.label}: kept before</h2>
            <Written>{kept[part.key] || 'Nothing'}</Written>
          </>
        ))}
        <h2>What you typed here</h2>
        <PostForm action={`${here}/topic-draft`} version={save}>
          <DraftFields parts={what.parts} state={draftForm(what.parts).filled(what.texts)} />
          <Button>Save this</Button>
        </PostForm>
      </>
    ),
  })
}
