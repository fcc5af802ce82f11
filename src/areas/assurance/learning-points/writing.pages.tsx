// Drafting a learning point from something that was said, and writing it anew; the ways to it from where it was said.
import { Button, ErrorSummary, FormFields, type FormState, PostForm, titleWith } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import type { Decision } from '../../../platform/decision.ts'
import { type Id, parseId } from '../../../platform/ids.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, type UnitId, unitTree } from '../../people/index.ts'
import { becauseTexts, type PointedOut, pointedState, PointedOutPart, pointOutIn } from '../../records/index.ts'
import { drafterOfPoint, peopleOfSource, readingRoles } from './learning-point.access.ts'
import {
  type Drafted,
  draftPoint,
  peopleWithRoles,
  redraftPoint,
  subjectPoint,
  textsOfPoint,
} from './learning-point.changes.ts'
import { pointForm, teamFields } from './learning-point.form.ts'
import { type LearningPoint, type SourceKind, subjects } from './learning-point.ts'
import { pointAddress } from './learning-point.view.ts'
import { sourceOf } from './sources.changes.ts'

const from = { subject: sourceOf, access: peopleOfSource } as const
const drafted = { subject: subjectPoint, access: drafterOfPoint } as const

export const pointWritingPages: readonly Page[] = [
  page({
    at: 'GET /learning-points/from/:kindKey/:source/draft',
    ...from,
    answer: (work, { subject, path }) =>
      writePage(work, { ...subject, action: path }, { state: pointForm.filled({}), pointed: null }),
  }),
  page({
    at: 'POST /learning-points/from/:kindKey/:source/draft',
    ...from,
    answer: (work, { subject, form, path }) =>
      save(work, { ...subject, action: path }, form, async (what) => draftPoint(work, subject, what)),
  }),
  page({
    at: 'GET /learning-points/:point/text',
    ...drafted,
    answer: async (work, { subject: { point } }) => {
      const { title = '', words = '' } = await textsOfPoint(work, point)
      const state = pointForm.filled({ ...valuesOf(point), title, words })
      return writePage(work, again(point), { state, pointed: null })
    },
  }),
  page({
    at: 'POST /learning-points/:point/text',
    ...drafted,
    answer: (work, { subject: { point }, form }) =>
      save(work, again(point), form, async (what) => {
        const done = await redraftPoint(work, point.id, { ...what, version: Number(firstOf(form, '_version')) })
        return done.ok ? { ok: true, value: point.id } : done
      }),
  }),
]

type Writing = {
  readonly action: string
  readonly back: { readonly href: string; readonly label: string }
  readonly concerned: LearningPoint['concerned']
  readonly version?: number
}

const again = (point: LearningPoint): Writing => ({
  action: `${pointAddress(point)}/text`,
  back: { href: pointAddress(point), label: 'Learning point' },
  concerned: point.concerned,
  version: point.version,
})

const valuesOf = ({ subjects: about, secondReader, units: [team1, team2, team3] }: LearningPoint) => ({
  subjects: [...about],
  reader: secondReader,
  ...(team1 === undefined ? {} : { team1 }),
  ...(team2 === undefined ? {} : { team2 }),
  ...(team3 === undefined ? {} : { team3 }),
})

async function save(
  work: Work,
  writing: Writing,
  form: Typed,
  deed: (what: Drafted) => Promise<Decision<LearningPoint['id']>>,
): Promise<Reply> {
  const reading = pointForm.read(form)
  if (!reading.ok) return writePage(work, writing, { state: reading, pointed: null })
  const { title, words } = reading.value
  const pointed = pointOutIn(form, { texts: { title, words }, today: work.today })
  if (pointed.asks) return writePage(work, writing, { state: pointedState(pointForm, form, pointed), pointed })
  const secondReader = parseId<'person'>(reading.value.reader)
  const refuse = (refusal: { reason: string; field?: string }) =>
    writePage(work, writing, { state: pointForm.refused(form, refusal), pointed })
  if (!secondReader) return refuse({ reason: 'Choose one of the second readers', field: 'reader' })
  const about = subjects.filter((one) => reading.value.subjects.includes(one))
  const units = teamFields.flatMap((field): UnitId[] => [parseId<'unit'>(reading.value[field]) ?? []].flat())
  const texts = { title, words, ...becauseTexts(pointed) }
  const what = { title, words, subjects: about, units: [...new Set(units)], secondReader, texts, pointed }
  const done = await deed(what)
  return done.ok ? seeOther(pointAddress({ id: done.value }), 'Everybody whose it is, is asked') : refuse(done)
}

async function optionsFor(work: Work, concerned: LearningPoint['concerned']) {
  const units = (await unitTree(work, work.today)).map(({ unit, name, depth }) => ({
    value: unit as string,
    label: `${'– '.repeat(depth)}${name}`,
  }))
  const readers = (await peopleWithRoles(work, readingRoles)).filter((person) => !concerned.includes(person))
  const names = [...(await namesOf(work, readers))].map(([value, label]) => ({ value: value as string, label }))
  return { team1: units, team2: units, team3: units, reader: names.toSorted((a, b) => a.label.localeCompare(b.label)) }
}

async function writePage(
  work: Work,
  { action, back, concerned, version }: Writing,
  { state, pointed }: { state: FormState; pointed: PointedOut | null },
): Promise<Reply> {
  const title = version === undefined ? 'Draft a learning point' : 'Change the learning point'
  const others = concerned.length - 1
  return html({
    title: titleWith(state, title),
    status: state.errors.length > 0 ? 422 : 200,
    back,
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{title}</h1>
        <p>
          What was said stays in the room. When something is worth knowing for others,{' '}
          {others === 1 ? 'the other person who was there agrees' : `the ${others} others who were there all agree`}{' '}
          first to the exact words. Then a second reader looks at them, and somebody who answers for learning sends
          them.
        </p>
        <PostForm action={action} version={version}>
          <FormFields form={pointForm} state={state} options={await optionsFor(work, concerned)} />
          <PointedOutPart pointed={pointed} state={state} />
          <Button>{version === undefined ? 'Ask everybody' : 'Save, and ask everybody again'}</Button>
        </PostForm>
      </>
    ),
  })
}

/** From where it was said, for those whose it is. */
const drafting: readonly Panel[] = (
  [
    ['session', 'session'],
    ['set', 'set'],
    ['peer review', 'peer-review'],
  ] as const
).map(([place, kind]) => ({ place, order: 60, show: (work, about) => wayToDraft(work, kind, about) }))

/** The ways to draft one, and to find those that were sent. */
export const pointPanels: readonly Panel[] = [
  ...drafting,
  { place: 'my supervision', order: 50, show: async () => <WayToFind /> },
]

const WayToFind = () => (
  <p>
    <a href="/learning-points">What others learned and shared</a>
  </p>
)

async function wayToDraft(work: Work, kind: SourceKind, about: Id<string>) {
  const source = await sourceOf(work, { kindKey: kind, source: about as string as Id<'source'> })
  if (!source || !peopleOfSource.may(work.asker, source)) return null
  return (
    <p>
      Worth knowing for others? <a href={`/learning-points/from/${kind}/${about}/draft`}>Draft a learning point</a>
    </p>
  )
}
