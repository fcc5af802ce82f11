// A learning point that was sent (SPEC 10.3): its words as everybody whose it was agreed to them, what it is about and which teams it
// was sent to. Everybody finds and reads it; nothing of it says where it came from. Its words go when it is withdrawn.
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { UnitId } from '../../people/index.ts'
import type { PointId, Subject } from '../learning-points/learning-point.ts'

export type Released = {
  readonly id: PointId
  readonly title: string
  readonly words: string
  readonly subjects: readonly Subject[]
  readonly units: readonly UnitId[]
  readonly sentBy: PersonId
  readonly sentAt: Moment
  readonly withdrawnAt: Moment | null
}
