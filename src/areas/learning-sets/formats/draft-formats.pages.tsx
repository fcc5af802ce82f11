// The formats of a draft of the policy, drawn before anybody meets by them.
import { EmptyState } from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import { findDraft, readPack } from '../../policy/index.ts'
import { formatOf } from '../format/format.ts'
import { FormatFacts, FormatPicture, FormatStages, usualSize } from './format-picture.pages.tsx'
import { readersOfDraftFormats } from './formats.access.ts'

export const draftFormatPages: readonly Page[] = [
  page({
    at: 'GET /set-up/policy/:version/formats',
    subject: findDraft,
    access: readersOfDraftFormats,
    answer: (_work, { subject: version }) => {
      const reading = readPack(version.text)
      const formats = reading.ok ? (reading.pack.meetingFormats ?? []) : []
      return html({
        title: 'Formats of this version',
        back: { href: `/set-up/policy/${version.id}`, label: version.packName },
        body: (
          <>
            <h1>Formats of this version</h1>
            <p class="app-lede">
              How meetings would go by {version.packName}, version {version.label}. To change a format, edit the text of
              a draft.
            </p>
            {formats.length === 0 && <EmptyState heading="This version has no formats of meetings" level={2} />}
            {formats.map((pack) => {
              const format = formatOf(pack)
              return (
                <section>
                  <h2>{format.name}</h2>
                  <FormatFacts pack={pack} format={format} />
                  <FormatPicture format={format} size={usualSize(pack, format)} />
                  <FormatStages format={format} />
                </section>
              )
            })}
          </>
        ),
      })
    },
  }),
]
