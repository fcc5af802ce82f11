// A meeting format must be one that can be held: shares that make up the whole, a presenter who does not speak while
// listening, no suggestions where no advice is given, prompts that exist (SPEC 7.10).
import type { ShapeFault } from '../../../platform/schema.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { isYes } from '../rule/condition.ts'
import { doubled, type Keys, type Path, unknown } from './known-keys.ts'

type Format = NonNullable<PolicyPack['meetingFormats']>[number]
type Part = Extract<Format['parts'][number], { key: string }>
type Stage = Part['stages'][number]

/** Faults of every meeting format. */
export function formatFaults(pack: PolicyPack, keys: Keys): ShapeFault[] {
  return (pack.meetingFormats ?? []).flatMap((format, at) => [
    ...wholeFaults(format, ['meetingFormats', at]),
    ...partsFaults(format, keys, ['meetingFormats', at]),
  ])
}

function wholeFaults(format: Format, path: Path): ShapeFault[] {
  const faults: ShapeFault[] = []
  if (format.members && format.members.from > format.members.to)
    faults.push({ path: [...path, 'members'], message: 'The fewest members are more than the most.' })
  if (format.topics && format.topics.from > format.topics.to)
    faults.push({ path: [...path, 'topics'], message: 'The fewest topics are more than the most.' })
  const parts = format.parts.filter((part): part is Part => 'key' in part)
  faults.push(...shareFaults(parts, [...path, 'parts'], 'The parts of this meeting'))
  if (parts.length === 0)
    faults.push({ path: [...path, 'parts'], message: 'A meeting of breaks alone has nothing to do.' })
  faults.push(
    ...doubled(
      format.parts.map((part) => ('key' in part ? part : {})),
      [...path, 'parts'],
    ),
  )
  return faults
}

/** Shares of one whole make 100 together; when any has a share, each has one or a number of minutes. */
function shareFaults(
  things: readonly { share?: number | undefined; minutes?: number | undefined; minutesEach?: number | undefined }[],
  path: Path,
  what: string,
): ShapeFault[] {
  const shares = things.flatMap((one) => (one.share === undefined ? [] : [one.share]))
  if (shares.length === 0) return []
  const faults = things.flatMap((one, at): ShapeFault[] =>
    one.share === undefined && one.minutes === undefined && one.minutesEach === undefined
      ? [{ path: [...path, at], message: 'The others have a share of the time; say this one’s, or its minutes.' }]
      : [],
  )
  const sum = shares.reduce((total, share) => total + share, 0)
  return Math.abs(sum - 100) < 0.01
    ? faults
    : [
        ...faults,
        { path, message: `${what} make ${Math.round(sum * 100) / 100}% of the time together; they should make 100%.` },
      ]
}

function partsFaults(format: Format, keys: Keys, path: Path): ShapeFault[] {
  return format.parts.flatMap((part, at) => {
    if (!('key' in part))
      return at === 0 || at === format.parts.length - 1
        ? [{ path: [...path, 'parts', at], message: 'A break belongs between two parts.' }]
        : []
    const here = [...path, 'parts', at, 'stages']
    return [
      ...repeatFaults(part, [...path, 'parts', at]),
      ...doubled(part.stages, here),
      ...shareFaults(part.stages, here, `The stages of “${part.name}”`),
      ...part.stages.flatMap((stage, inner) => stageFaults(stage, format, keys, [...here, inner])),
    ]
  })
}

/** How often a part comes round must not be said in two ways, and its groups must be of one size. */
function repeatFaults(part: Part, path: Path): ShapeFault[] {
  const faults: ShapeFault[] = []
  const say = (key: string, message: string) => void faults.push({ path: [...path, key], message })
  if (part.topics !== undefined && part.repeats !== 'for each topic')
    say('topics', 'Only a part that repeats for each topic takes a number of them.')
  if (part.times !== undefined && part.repeats !== undefined && part.repeats !== 'once')
    say('times', 'This part repeats already; say how often in one way.')
  const sizes = new Set(part.stages.flatMap((stage) => stage.groupsOf ?? []))
  if (sizes.size > 1) say('stages', 'The groups of one part are of one size; begin another part for other groups.')
  if (part.repeats === 'for each group' && sizes.size === 0)
    say('repeats', 'Say in a stage how large the groups are (groupsOf).')
  return faults
}

function stageFaults(stage: Stage, format: Format, keys: Keys, path: Path): ShapeFault[] {
  const faults: ShapeFault[] = [...unknown(keys.banks, stage.prompts, [...path, 'prompts'])]
  const say = (key: string, message: string) => void faults.push({ path: [...path, key], message })
  const speaks: readonly string[] = typeof stage.speaks === 'string' ? [stage.speaks] : stage.speaks
  const quiet = stage.presenter === 'listening' || stage.presenter === 'turned away'
  if (quiet && speaks.includes('presenter')) say('speaks', 'The presenter is listening here and cannot speak as well.')
  if (format.advice === 'not given' && stage.contributions.includes('suggestion'))
    say('contributions', 'This format gives no advice, so suggestions cannot be contributed.')
  if (stage.contributions.includes('nothing') && stage.contributions.length > 1)
    say('contributions', '“nothing” stands alone.')
  if (isYes(stage.silence) && (speaks.some((one) => one !== 'nobody') || !stage.contributions.includes('nothing')))
    say('silence', 'In silence nobody speaks and nothing is contributed.')
  if (
    stage.order === 'by bid' &&
    format.parts.every((part) => !('key' in part) || part.stages.every((one) => !one.contributions.includes('bid')))
  )
    say('order', 'The order is by bid, but no stage takes bids.')
  if (stage.roles && stage.groupsOf && stage.roles.length > stage.groupsOf)
    say('roles', `There are more roles than people in a group of ${stage.groupsOf}.`)
  if (stage.perPerson !== undefined && stage.contributions.includes('nothing'))
    say('perPerson', 'Nothing is contributed here, so there is nothing to count.')
  if (stage.share !== undefined && stage.minutes !== undefined) say('minutes', 'Give a share or minutes, not both.')
  return faults
}
