// Programmes, for everybody in the organisation: what there is, what one is for, how to keep well. Who takes part is not here;
// the asker alone is told where they themselves stand.
import { Card, EmptyState, InsetText, LinkButton, PostButton, SummaryList } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { cohortPartOf, ownPlacesPart } from '../cohort/places.pages.tsx'
import { keepsProgrammes } from './programme.access.ts'
import { subjectProgramme } from './programme.changes.ts'
import { contactLines, type Programme, programmeGoesOn } from './programme.ts'
import { findProgrammes } from './programme.store.ts'
import { piecesOf } from './programme.view.ts'

const read = { subject: subjectProgramme, access: anyStaff } as const

export const programmePages: readonly Page[] = [
  page({ at: 'GET /action-learning/programmes', access: anyStaff, answer: (work) => listPage(work) }),
  page({
    at: 'GET /action-learning/programmes/:programme',
    ...read,
    answer: (work, { subject }) => programmePage(work, subject),
  }),
  page({
    at: 'GET /action-learning/programmes/:programme/wellbeing',
    ...read,
    answer: (work, { subject }) => wellbeingPage(work, subject),
  }),
]

/** The address of a programme. */
export const hrefOf = (programme: Pick<Programme, 'id'>): string => `/action-learning/programmes/${programme.id}`

async function listPage(work: Work) {
  const programmes = await findProgrammes(work)
  const names = await namesOf(
    work,
    programmes.map((one) => one.lead),
  )
  const keeps = keepsProgrammes(work.asker)
  return html({
    title: 'Programmes',
    back: { href: '/action-learning', label: 'Action learning' },
    body: (
      <>
        <h1>Programmes</h1>
        <p>A programme brings people of several teams together for a time. They learn in sets.</p>
        {keeps && <LinkButton href="/action-learning/programmes/new">Make a programme</LinkButton>}
        {programmes.length === 0 && (
          <EmptyState heading="No programmes yet" level={2}>
            <p>
              {keeps ? 'Make one, then its first cohort.' : 'A programme lead makes them. Sets can stand alone too.'}
            </p>
          </EmptyState>
        )}
        {programmes.map((one) => (
          <Card heading={<bdi>{one.name}</bdi>} level={2} size="s" href={hrefOf(one)}>
            <p>
              Led by <bdi>{names.get(one.lead) ?? 'somebody who is no longer here'}</bdi>.
              {!programmeGoesOn(one, work.today) && one.until && ` Ended on ${formatDay(one.until)}.`}
            </p>
          </Card>
        ))}
      </>
    ),
  })
}

async function programmePage(work: Work, programme: Programme) {
  const keeps = keepsProgrammes(work.asker)
  const lead = (await namesOf(work, [programme.lead])).get(programme.lead) ?? 'Somebody who is no longer here'
  return html({
    title: 'Programme',
    back: { href: '/action-learning/programmes', label: 'Programmes' },
    body: (
      <>
        <h1>
          <bdi>{programme.name}</bdi>
        </h1>
        {!programmeGoesOn(programme, work.today) && <InsetText>This programme has ended.</InsetText>}
        {await ownPlacesPart(work, programme)}
        <SummaryList rows={[{ name: 'Led by', value: <bdi>{lead}</bdi> }]} />
        <Said heading="What it is for" text={programme.aims} />
        <Said heading="What to expect" text={programme.expect} />
        <Said heading="How much time it takes" text={programme.commitment} />
        <h2>More</h2>
        <ul class="nhsuk-list">
          <li>
            <a href={`${hrefOf(programme)}/wellbeing`}>Keeping well, and whom to turn to</a>
          </li>
          <li>
            <a href={`${hrefOf(programme)}/quotes`}>What people say of it</a>
          </li>
        </ul>
        {keeps && (await cohortPartOf(work, programme))}
        {keeps && <KeeperWays programme={programme} goesOn={programmeGoesOn(programme, work.today)} />}
        <p class="app-quiet">Everybody in the organisation can read this page. Who takes part is not on it.</p>
      </>
    ),
  })
}

/** A text of the programme under its heading; nothing for one that was not written. */
const Said = ({ heading, text }: { heading: string; text: string }) =>
  text === '' ? null : (
    <>
      <h2>{heading}</h2>
      <Pieces text={text} />
    </>
  )

/** Paragraphs and lists as they were typed, never as markup. */
const Pieces = ({ text }: { text: string }) => (
  <>
    {piecesOf(text).map(({ list, lines }) =>
      list ? (
        <ul class="nhsuk-list nhsuk-list--bullet" dir="auto">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      ) : (
        <p dir="auto">{lines.join(' ')}</p>
      ),
    )}
  </>
)

const KeeperWays = ({ programme, goesOn }: { programme: Programme; goesOn: boolean }) =>
  goesOn ? (
    <>
      <h2>Look after this programme</h2>
      <ul class="nhsuk-list">
        <li>
          <a href={`${hrefOf(programme)}/description`}>Change its name, lead or description</a>
        </li>
        <li>
          <a href={`${hrefOf(programme)}/wellbeing/words`}>Change the page about keeping well</a>
        </li>
        <li>
          <a href={`${hrefOf(programme)}/end`}>End the programme</a>
        </li>
      </ul>
    </>
  ) : null

async function wellbeingPage(work: Work, programme: Programme) {
  const contacts = contactLines(programme)
  return html({
    title: 'Keeping well',
    back: { href: hrefOf(programme), label: 'Programme' },
    body: (
      <>
        <h1>Keeping well</h1>
        <p class="app-lede">
          <bdi>{programme.name}</bdi>
        </p>
        <Pieces text={programme.wellbeing} />
        <h2>Whom to turn to here</h2>
        {contacts.length === 0 ? (
          <p>No contacts have been added yet. Your manager, occupational health or your GP can help.</p>
        ) : (
          <ul class="nhsuk-list nhsuk-list--bullet" dir="auto">
            {contacts.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
        <p>If you or somebody else is in danger now, call 999.</p>
        {keepsProgrammes(work.asker) && programmeGoesOn(programme, work.today) && (
          <p>
            <a href={`${hrefOf(programme)}/wellbeing/words`}>Change this page</a>
          </p>
        )}
      </>
    ),
  })
}

/** The page that asks whether to end it. */
export const endPage = (programme: Programme) =>
  html({
    title: 'End the programme',
    back: { href: hrefOf(programme), label: 'Programme' },
    body: (
      <>
        <h1>End the programme</h1>
        <p>
          <bdi>{programme.name}</bdi> takes nobody new from today on. Its pages stay to be read, and its sets go on by
          themselves as long as they like.
        </p>
        <PostButton action={`${hrefOf(programme)}/end`} variant="warning">
          End the programme today
        </PostButton>
      </>
    ),
  })
