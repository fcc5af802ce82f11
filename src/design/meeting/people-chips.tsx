// People round a table: who is there, and in a word or two what each does now.

export type PersonChip = {
  name: string
  /** "presenting", "not here yet"; nothing for whoever simply takes part. */
  doing?: string
  /** Yourself, drawn filled. */
  isMe?: boolean
  /** Not there: drawn pale. */
  isAway?: boolean
}

export const PeopleChips = ({ people, label }: { people: readonly PersonChip[]; label: string }) => (
  <ul class="app-chips" aria-label={label}>
    {people.map(({ name, doing, isMe, isAway }) => (
      <li class={`app-chip${isMe ? ' app-chip--me' : ''}${isAway ? ' app-chip--away' : ''}`}>
        <bdi>{name}</bdi>
        {doing !== undefined && <span class="app-chip__doing">, {doing}</span>}
      </li>
    ))}
  </ul>
)
