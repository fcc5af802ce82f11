// The platform's own jobs: sending mail, the morning's digests, tidying up.
import type { Composition } from '../composition.ts'
import { sql } from '../database/database.ts'
import type { OrganisationId } from '../ids.ts'
import type { Job } from '../area.ts'
import { writeDigests } from '../mail/digest.ts'
import type { Mailer } from '../mail/mailer.ts'
import { forgetOldFailures } from '../sign-in/throttle.ts'
import { tidyDoor } from '../sign-in/tidy.ts'
import { asDoor } from '../sign-in/visit/visits.ts'
import { addMinutes } from '../time/moment.ts'
import type { AnyJob, OutsideJob } from './worker.ts'

export const platformJobs = (mailer: Mailer): readonly AnyJob[] => [
  sendMail(mailer),
  digests(mailer),
  tidyUp,
  tidyDoorway,
]

const sendMail = (mailer: Mailer): OutsideJob => ({
  name: 'send mail',
  every: '* * * * *',
  outside: async (service, organisation) => {
    await mailer.send(service, organisation)
  },
})

const digests = (mailer: Mailer): OutsideJob => ({
  name: 'write digests',
  every: '0 7 * * *',
  outside: async (service: Composition, organisation: OrganisationId) => {
    await writeDigests(service, organisation)
    await mailer.send(service, organisation)
  },
})

/** Form keys are only needed while a repeated submit may still come. */
const tidyUp: Job = {
  name: 'forget old form keys',
  every: '20 3 * * *',
  run: async (work) => {
    await sql`delete from request_key
      where organisation = ${work.organisation} and created_at < ${addMinutes(work.moment, -7 * 24 * 60)}`.execute(
      work.db,
    )
  },
}

/** Steps, visits and failures of the front door that say nothing any more. */
const tidyDoorway: OutsideJob = {
  name: 'tidy the front door',
  every: '40 3 * * *',
  outside: async (service, organisation) => {
    const moment = service.clock()
    await service.database.transact(asDoor, async (tx) => {
      await forgetOldFailures(tx, moment)
      await tidyDoor(tx, organisation, moment)
    })
  },
}
