// One's supervision in one's own calendar: a page on which the secret address is made and taken back, and the calendar itself, for
// whichever program asks for it under that address.
import { ButtonGroup, PostButton, Written } from '../../../design/index.ts'
import type { OrganisationId, PersonId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { DoorPage } from '../../../platform/web/door-page.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { file, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Panel } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { calendarUnder, makeFeed, ownFeed, takeBackFeed } from './calendar-feed.changes.ts'

const href = '/my-calendar'

export const calendarFeedPages: readonly Page[] = [
  page({ at: 'GET /my-calendar', access: anyStaff, answer: (work, { origin }) => feedPage(work, origin) }),
  page({
    at: 'POST /my-calendar/address',
    access: anyStaff,
    answer: async (work) => {
      await makeFeed(work)
      return seeOther(href, 'Your address is ready')
    },
  }),
  page({
    at: 'POST /my-calendar/removal',
    access: anyStaff,
    answer: async (work) => {
      await takeBackFeed(work)
      return seeOther(href, 'Taken back. It shows nothing any more')
    },
  }),
]

/** The address is the proof: whoever has it is shown when, and nothing else. */
export const feedPages = (): readonly DoorPage[] => [
  {
    at: 'GET /calendars/:organisation/:person/:wordKey',
    who: 'anyone',
    answer: async (door, { params }) => {
      const who = { organisation: params.organisation as OrganisationId, person: params.person as PersonId }
      const text = await door.as(who, (work) => calendarUnder(work, params.wordKey ?? ''))
      return text === null ? notThere : file('supervision.ics', 'text/calendar', text)
    },
  },
]

const notThere: Reply = { kind: 'refusal', status: 404, reason: '' }

async function feedPage(work: Work, origin: string): Promise<Reply> {
  const feed = await ownFeed(work)
  return html({
    title: 'Your own calendar',
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <h1>Supervision in your own calendar</h1>
        <p>
          Give the calendar on your phone or computer one address. It then shows when you have supervision, a meeting of
          your set or a peer review, and follows when something is moved or called off.
        </p>
        <p>It shows when, and nothing else: not who, not where, not what about.</p>
        {feed ? <Address address={`${origin}${feed.path}`} made={formatMoment(feed.madeAt)} /> : <Make />}
      </>
    ),
  })
}

const Make = () => <PostButton action="/my-calendar/address">Make my address</PostButton>

const Address = ({ address, made }: { address: string; made: string }) => (
  <>
    <h2>Your address</h2>
    <p>
      <a href={address.replace(/^https?:/, 'webcal:')}>Add it to the calendar on this device</a>
    </p>
    <p>Or copy it, and in your calendar choose to subscribe, or to add a calendar from the internet:</p>
    <Written>{address}</Written>
    <p>
      Made on {made}. Whoever has it can see when you have supervision, so keep it to yourself. With a new one the old
      one shows nothing any more.
    </p>
    <ButtonGroup>
      <PostButton action="/my-calendar/address" variant="secondary">
        Make a new one
      </PostButton>
      <PostButton action="/my-calendar/removal" variant="secondary">
        Take it back
      </PostButton>
    </ButtonGroup>
  </>
)

/** The way there, below what somebody has of supervision. */
export const calendarFeedPanels: readonly Panel[] = [
  {
    place: 'my supervision',
    order: 95,
    show: async () => (
      <p>
        <a href={href}>Have it in your own calendar</a>
      </p>
    ),
  },
]
