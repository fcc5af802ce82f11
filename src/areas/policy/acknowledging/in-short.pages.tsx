// Reading a policy in short and saying so: at induction, and when a version is new. One page, one button (SPEC 1.5).
import {
  Button,
  Card,
  Details,
  InsetText,
  Lede,
  PostForm,
  Quiet,
  StateTag,
  SummaryList,
  type VNode,
} from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { DifferencesTable } from '../reading/differences.pages.tsx'
import { myRows } from '../reading/for-me.changes.ts'
import { ReviewNote, WithNumbers, WordsToggle } from '../reading/reading-parts.pages.tsx'
import { policyReaders } from '../version/version.access.ts'
import { policyHistory } from '../version/version.changes.ts'
import { holdsToday, type InForce, type PolicyVersionId } from '../version/version.ts'
import { type Acknowledgement, isInduction, type ToRead } from './acknowledgement.ts'
import { acknowledgeVersion, myReading, type Standing } from './acknowledgement.changes.ts'
import { type Changed, type InShort, inShort } from './in-short.view.ts'

export const inShortPages: readonly Page[] = [
  page({
    at: 'GET /policy/versions/:version/in-short',
    subject: findBegun,
    access: policyReaders,
    answer: (work, { subject, query }) => shortPage(work, subject, query('words') === 'easy'),
  }),
  page({
    at: 'POST /policy/versions/:version/acknowledgement',
    subject: findBegun,
    access: policyReaders,
    answer: async (work, { subject }) => {
      const done = await acknowledgeVersion(work, subject.version.id)
      if (!done.ok) return conflict(done.reason)
      const next = (await myReading(work))?.toRead[0]
      if (next) return seeOther(addressOf(next.version), `Thank you. Next: ${next.packName}.`)
      return seeOther('/policy', 'Thank you. You find the policy again under “Our policy” at the foot of every page.')
    },
  }),
]

/** Where a version is read in short. */
export const addressOf = (version: PolicyVersionId): string => `/policy/versions/${version}/in-short`

/** A version that is or was in force; those to come are read when they hold. */
async function findBegun(work: Work, { version }: { version: string }): Promise<InForce | null> {
  const held = (await policyHistory(work)).find((one) => one.version.id === version)
  return held && held.from <= work.today ? held : null
}

async function shortPage(work: Work, held: InForce, easyRead: boolean): Promise<Reply> {
  const standing = await myReading(work)
  const said = standing?.acknowledged.find((one) => one.version === held.version.id) ?? null
  const asked = standing?.toRead.find((one) => one.version === held.version.id) ?? null
  const short = inShort(held.pack, await myRows(work, [held.pack]), {
    easyRead,
    before: await readBefore(work, asked),
  })
  return html({
    title: `${held.pack.name} in short`,
    back: { href: '/policy', label: 'Policy' },
    body: (
      <>
        <h1>
          {held.pack.name} <span class="nhsuk-caption-l">{captionOf(standing, asked, short)}</span>
        </h1>
        {asked && standing && isInduction(asked, standing.started, work.today) && <Welcome />}
        {short.summary && <Lede>{short.summary}</Lede>}
        <WordsToggle easyRead={easyRead} path={addressOf(held.version.id)} />
        {holdsToday(held, work.today) && <ReviewNote pack={held.pack} today={work.today} level={2} />}
        {asked?.readBefore && short.changed && <WhatIsNew before={asked.readBefore} changed={short.changed} />}
        <Mine short={short} />
        <TurnTo short={short} />
        <WholeOf held={held} easyRead={easyRead} />
        <Saying held={held} said={said} holds={holdsToday(held, work.today)} asked={asked} />
      </>
    ),
  })
}

/** The version that the asker read last, and what it asked of somebody in their posts of today. */
async function readBefore(work: Work, asked: ToRead | null) {
  const last = asked?.readBefore?.version
  const before = last && (await policyHistory(work)).find((one) => one.version.id === last)
  return before ? { pack: before.pack, mine: await myRows(work, [before.pack]) } : null
}

function captionOf(standing: Standing | null, asked: ToRead | null, { minutes }: InShort): string {
  const time = `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  const left = standing?.toRead.length ?? 0
  return asked && left > 1 ? `in short, ${time}; ${left} to read` : `in short, ${time}`
}

const Welcome = () => (
  <InsetText>
    <p>
      Welcome. This is part of your induction: what the policy asks of you, and where to turn. You find all of it at any
      time under “Our policy” at the foot of every page.
    </p>
  </InsetText>
)

const WhatIsNew = ({ before, changed }: { before: Acknowledgement; changed: Changed }) => (
  <section>
    <h2>What is new</h2>
    <p>
      You read <a href={addressOf(before.version)}>the version before</a> on {formatDay(before.on)}.
    </p>
    {changed.mine.length > 0 ? (
      <ul>
        {changed.mine.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    ) : (
      <p>What it asks of you has not changed.</p>
    )}
    {changed.all.length > 0 && (
      <Details summary={`Everything that is different (${changed.all.length})`}>
        <DifferencesTable lines={changed.all} caption="What is different" before="Before" after="Now" />
      </Details>
    )}
  </section>
)

const Mine = ({ short }: { short: InShort }) => (
  <section>
    <h2>What it asks of you</h2>
    {short.mine.length === 0 ? (
      <p>
        No row of it is for your post. Know that it is there, and where to turn when you are worried about somebody.
      </p>
    ) : (
      short.mine.map((row) => (
        <Card heading={row.what} level={3}>
          <p>
            <StateTag tone={row.strength === 'Mandatory' ? 'waiting' : 'quiet'}>{row.strength}</StateTag> {row.often}
            {row.from && <>. From: {row.from.charAt(0).toLowerCase() + row.from.slice(1)}</>}.
          </p>
          {row.purpose && <p>{row.purpose}</p>}
        </Card>
      ))
    )}
  </section>
)

const TurnTo = ({ short }: { short: InShort }): VNode | null =>
  short.turnTo.length === 0 ? null : (
    <section>
      <h2>Where to turn</h2>
      <SummaryList
        rows={short.turnTo.map(({ name, text }) => ({ name: name ?? '', value: <WithNumbers>{text}</WithNumbers> }))}
      />
    </section>
  )

const WholeOf = ({ held, easyRead }: { held: InForce; easyRead: boolean }) => (
  <p>
    <a href={`/policy/versions/${held.version.id}${easyRead ? '?words=easy' : ''}`}>
      Read all of it<span class="nhsuk-u-visually-hidden">: {held.pack.name}</span>
    </a>
    {held.pack.contact && (
      <>
        {' '}
        · Questions to: <WithNumbers>{held.pack.contact}</WithNumbers>
      </>
    )}
  </p>
)

type SayingProps = { held: InForce; said: Acknowledgement | null; holds: boolean; asked: ToRead | null }

function Saying({ held, said, holds, asked }: SayingProps) {
  const over = (
    <>
      This version is no longer in force. <a href="/policy">The policy as it is now</a>
    </>
  )
  if (said)
    return (
      <p>
        You said on {formatDay(said.on)} that you have read this version. {!holds && over}
      </p>
    )
  if (!holds) return <p>{over}</p>
  return (
    <PostForm action={`/policy/versions/${held.version.id}/acknowledgement`}>
      <p>
        <Quiet>
          {asked ? `Please confirm by ${formatDay(asked.by)}. ` : ''}Your line manager sees that you have, and when.
        </Quiet>
      </p>
      <Button>I have read it</Button>
    </PostForm>
  )
}
