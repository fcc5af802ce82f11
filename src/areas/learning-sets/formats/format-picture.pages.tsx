// One format: the picture of its minutes with the same figures as a table, and stage by stage what holds in it.
import { Quiet, StageStrip } from '../../../design/index.ts'
import { type PolicyPack, textOf } from '../../policy/index.ts'
import { type Format, type Part, type Stage, takesTopics } from '../format/format.ts'
import { type FormatSize, formatInWords, linesOf, rulesOfStage, stripStagesOf } from './format-lines.view.ts'

export type PackFormat = NonNullable<PolicyPack['meetingFormats']>[number]

/** The size for which a format is drawn unless somebody says otherwise. */
export function usualSize(pack: PackFormat, format: Format): FormatSize {
  const people = pack.members ? Math.round((pack.members.from + pack.members.to) / 2) : 6
  return { minutes: format.usualMinutes ?? 120, people, topics: format.topics.from }
}

/** What a format is, drawn for a size. */
export function FormatPicture({ format, size }: { format: Format; size: FormatSize }) {
  const lines = linesOf(format, size)
  return <StageStrip title={format.name} says={formatInWords(format, lines)} stages={stripStagesOf(lines)} />
}

/** "For 4 to 8 members, 2 to 3 topics, usually 150 minutes. Without advice." */
export const FormatFacts = ({ pack, format }: { pack: PackFormat; format: Format }) => (
  <p>
    {textOf(pack.summary)}{' '}
    <Quiet>
      {pack.members && <>For {range(pack.members.from, pack.members.to)} members. </>}
      {takesTopics(format) && <>{range(format.topics.from, format.topics.to)} topics. </>}
      {format.usualMinutes !== null && <>Usually {format.usualMinutes} minutes. </>}
      {format.adviceGiven ? '' : 'Without advice.'}
    </Quiet>
  </p>
)

const range = (from: number, to: number): string => (from === to ? `${from}` : `${from} to ${to}`)

const repeats: Readonly<Record<Part['repeats'], string>> = {
  once: '',
  'for each topic': 'for each topic',
  'for each member': 'for each member',
  'for each group': 'for each group',
}

/** Every part with its stages: what happens, who has the floor, what may be said. */
export const FormatStages = ({ format }: { format: Format }) => (
  <>
    {format.parts.map((part) => (
      <section>
        <h3>
          {part.name}
          {howOften(part) && <span class="app-quiet">, {howOften(part)}</span>}
        </h3>
        {!part.isBreak && (
          <ol class="nhsuk-list nhsuk-list--number">
            {part.stages.map((stage) => (
              <StageOfPart part={part} stage={stage} />
            ))}
          </ol>
        )}
      </section>
    ))}
  </>
)

const howOften = (part: Part): string => {
  if (part.isBreak) return `${part.minutes} minutes`
  if (part.topics !== null) return `for ${part.topics === 1 ? 'one topic' : `${part.topics} topics`}`
  return part.times > 1 ? `${part.times} times` : repeats[part.repeats]
}

const StageOfPart = ({ part, stage }: { part: Part; stage: Stage }) => (
  <li>
    <strong>{/[.?!]$/.test(stage.name) ? stage.name : `${stage.name}.`}</strong> {stage.guidance}
    <br />
    <Quiet>{rulesOfStage(part, stage).join(' ')}</Quiet>
  </li>
)
