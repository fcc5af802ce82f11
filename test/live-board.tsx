// A small live page for browsers: lines that people put on a board, each seen by all at once. Kept in memory; the page, its
// stream, its forms and everything between them are real.
import {
  Button,
  choice,
  defineForm,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  LiveClock,
  LiveRegion,
  longText,
  PostForm,
} from '../src/design/index.ts'
import type { Area } from '../src/platform/area.ts'
import { newId, type PersonId } from '../src/platform/ids.ts'
import type { Topic } from '../src/platform/live/announcing.ts'
import { stream } from '../src/platform/live/stream.ts'
import { addMinutes } from '../src/platform/time/moment.ts'
import { access, page } from '../src/platform/web/page.ts'
import { html, seeOther } from '../src/platform/web/reply.ts'
import type { Work } from '../src/platform/work.ts'

export type Board = {
  readonly id: string
  readonly lines: string[]
  readonly people: Set<PersonId>
  readonly seen: PersonId[]
  version: number
  stage: 'Presenting' | 'Responding'
  /** Whether one may add lines at this stage. */
  open: boolean
  /** Nothing more will be added. */
  isOver?: boolean
}

export const boardTopic = (board: Board): Topic => `board:${board.id}`

const form = defineForm({
  line: longText({ label: 'Your line', max: 500, rows: 3 }),
})

const pickForm = defineForm({ pick: choice({ label: 'Which line', as: 'select', optional: true }) })

const BoardPage = ({ work, board, state }: { work: Work; board: Board; state: FormState }) => (
  <>
    <h1>Board</h1>
    <LiveRegion
      stream={board.isOver ? '' : `/boards/${board.id}/changes`}
      version={board.version}
      now={work.moment}
      href={`/boards/${board.id}`}
      announce={`${board.stage} has begun`}
    >
      <ErrorSummary state={state} />
      <h2>{board.stage}</h2>
      <p>
        <LiveClock label="Time for it" endsAt={addMinutes(work.moment, 10)} now={work.moment} atEnd="Time is up" />
      </p>
      <ul id="lines">
        {board.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <Details summary="What this is">
        <p>Lines of {board.lines.length}</p>
      </Details>
      {board.open && (
        <PostForm action={`/boards/${board.id}/lines`}>
          <FormFields form={form} state={state} />
          <Button>Add your line</Button>
        </PostForm>
      )}
      <PostForm action={`/boards/${board.id}/picks`}>
        <FormFields
          form={pickForm}
          state={pickForm.filled({})}
          options={{ pick: board.lines.map((one) => ({ value: one, label: one })) }}
        />
      </PostForm>
    </LiveRegion>
  </>
)

/** An area with boards, and a way to make one. */
export function liveBoards() {
  const boards = new Map<string, Board>()
  const area: Area = { name: 'boards', title: 'Boards', ...boardPages((id) => boards.get(id) ?? null) }
  const newBoard = (): Board => {
    const id = newId<'board'>()
    const board: Board = { id, lines: [], people: new Set(), seen: [], version: 1, stage: 'Presenting', open: true }
    boards.set(id, board)
    return board
  }
  return { area, newBoard }
}

function boardPages(find: (id: string) => Board | null): Pick<Area, 'pages' | 'streams'> {
  const subject = async (_work: Work, { board }: { board: string }) => find(board)
  const mine = access<Board>('Its people', (asker, { people }) => people.has(asker.person))
  const showing = page({
    at: 'GET /boards/:board',
    subject,
    access: mine,
    answer: (work, request) => shown(work, request.subject),
  })
  const adding = page({
    at: 'POST /boards/:board/lines',
    subject,
    access: mine,
    answer: async (work, request) => {
      const reading = form.read(request.form)
      if (!reading.ok) return shown(work, request.subject, reading)
      await addLine(work, request.subject, reading.value.line)
      return seeOther(`/boards/${request.subject.id}`, 'Your line is on the board')
    },
  })
  const changes = stream({
    at: 'GET /boards/:board/changes',
    subject,
    access: mine,
    topic: boardTopic,
    version: async (_work, { version }) => version,
    heard: async (work, board) => void board.seen.push(work.asker.person),
  })
  return { pages: [showing, adding], streams: [changes] }
}

const shown = (work: Work, board: Board, state: FormState = form.filled()) =>
  html({
    title: 'Board',
    status: state.errors.length > 0 ? 422 : 200,
    body: <BoardPage work={work} board={board} state={state} />,
  })

/** Adds a line, and tells everybody once it is kept. */
export async function addLine(work: Work, board: Board, line: string): Promise<void> {
  board.lines.push(line)
  board.version += 1
  await work.announce(boardTopic(board), board.version)
}
