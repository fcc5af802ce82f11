// Starts the jobs of all areas and of the platform, and the mailer that some of them need.
import type { Composed } from './compose.ts'
import type { Config } from './platform/config.ts'
import { platformJobs } from './platform/jobs/platform-jobs.ts'
import { startWorker } from './platform/jobs/worker.ts'
import { faultFields, type Log } from './platform/running/log.ts'
import { digestMail } from './platform/mail/digest.ts'
import { openMailer } from './platform/mail/mailer.ts'
import { invitationMail } from './platform/sign-in/link/invitation-mail.ts'
import type { DoorKeys } from './platform/sign-in/secrets.ts'

/** How long a running job may take to end when the service stops, in milliseconds; after that it runs again elsewhere. */
const longestJob = 10_000

export async function startJobs(config: Config, { composition, queue }: Composed, keys: DoorKeys, log: Log) {
  const templates = [digestMail, invitationMail(keys), ...composition.areas.flatMap((area) => area.mails ?? [])]
  const mailer = openMailer({ mail: config.mail, publicAddress: config.publicAddress, templates })
  const jobs = [...platformJobs(mailer), ...composition.areas.flatMap((area) => area.jobs ?? [])]
  await startWorker(await queue.open({ works: true }), composition, jobs, {
    onDone: ({ job, milliseconds, fault }) => {
      log({ event: 'job', job, milliseconds, outcome: fault === null ? 'done' : 'failed' })
      if (fault !== null) log({ event: 'fault', where: `job: ${job}`, ...faultFields(fault) })
    },
  })
  return {
    stop: async () => {
      await queue.stop(longestJob)
      mailer.close()
    },
  }
}
