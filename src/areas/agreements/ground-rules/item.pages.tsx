// One item of ground rules on their page: its words, how each stands to it, one's own answer, the ways to say more.
import { Card, PostButton, StateTag, SummaryList, Written } from '../../../design/index.ts'
import { details, stancesOn, newClause, openSuggestions, type Talk } from '../talk/talk.ts'
import { clauseIn, countWords, nameOfItem, ownTag, saidWords, waitingWords } from '../talk/talk.view.ts'
import type { Named } from './board.pages.tsx'

/** One clause, or what is filled in, with one's own answer and the ways to change it. */
export function ItemCard({ item, at, talk, work }: Named & { item: string; at: number }) {
  const tag = ownTag(talk, item, work.asker.person)
  const isOpen = talk.agreement.state === 'adapting'
  const waits = isOpen ? waitingWords(talk, item) : null
  const number = talk.text.blanks.length > 0 ? at : at + 1
  return (
    <Card id={item} heading={`${item === details ? '' : `${number}. `}${nameOfItem(talk, item)}`} level={2} size="s">
      {item === details ? <Blanks talk={talk} /> : <Written>{clauseIn(talk, item)?.text}</Written>}
      <p>
        {isOpen && <StateTag tone={tag.tone}>{tag.words}</StateTag>}{' '}
        <span class="app-quiet">{countWords(talk, item)}</span>
      </p>
      {waits !== null && (
        <p>
          <strong>{waits}</strong>
        </p>
      )}
      <Ways item={item} talk={talk} work={work} />
    </Card>
  )
}

const Blanks = ({ talk }: { talk: Talk }) => (
  <SummaryList
    rows={talk.text.blanks.map((blank) => ({
      name: blank.label,
      value: blank.value === '' ? <span class="app-quiet">Not filled in yet</span> : <bdi>{blank.value}</bdi>,
    }))}
  />
)

function Ways({ item, talk, work }: Pick<Named, 'talk' | 'work'> & { item: string }) {
  const href = `/ground-rules/${talk.agreement.id}/clauses/${item}`
  const name = <span class="nhsuk-u-visually-hidden">: {nameOfItem(talk, item)}</span>
  const said = saidWords(talk, item)
  if (talk.agreement.state !== 'adapting')
    return said === '' ? null : (
      <p>
        <a href={href}>
          {said}
          {name}
        </a>
      </p>
    )
  const own = stancesOn(talk, item).get(work.asker.person)?.kind
  return (
    <>
      {own !== 'agrees' && (
        <PostButton action={`${href}/agreement`} version={talk.agreement.version} variant="secondary" small>
          I agree{name}
        </PostButton>
      )}
      <p>
        {own !== 'concern' && (
          <>
            <a href={`${href}/concern`}>I have a concern{name}</a>
            {' · '}
          </>
        )}
        <a href={href}>
          {said === '' ? 'Say something or suggest other words' : said}
          {name}
        </a>
      </p>
    </>
  )
}

/** Suggestions for clauses that are not there yet, and the way to make one. */
export function NewOnes({ talk }: Named) {
  const waiting = openSuggestions(talk).filter((one) => one.clause === newClause).length
  const all = talk.entries.some((one) => one.clause === newClause)
  const href = `/ground-rules/${talk.agreement.id}`
  if (talk.agreement.state !== 'adapting') return null
  return (
    <p>
      <a href={`${href}/new-clause`}>Suggest another clause</a>
      {all && (
        <>
          {' · '}
          <a href={`${href}/clauses/${newClause}`}>
            Clauses that were suggested{waiting > 0 ? ` (${waiting} waiting)` : ''}
          </a>
        </>
      )}
    </p>
  )
}
