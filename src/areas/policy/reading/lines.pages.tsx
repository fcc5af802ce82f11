// Faults of a text shown where they stand: the line with its neighbours and its number, and a link to each from the
// summary of errors. A box of text itself cannot be linked to by line.
import type { FieldError } from '../../../design/index.ts'
import type { LineFault } from '../../../platform/yaml/yaml.ts'

const most = 100

/** Errors for the form kit, each leading to its line below. */
export const lineErrors = (field: string, faults: readonly LineFault[]): readonly FieldError[] =>
  faults
    .slice(0, most)
    .map(({ line, message }) => ({ field, input: `line-${line}`, message: `Line ${line}: ${message}` }))

/** Each faulty line with the one before and after it. */
export function FaultyLines({ text, faults }: { text: string; faults: readonly LineFault[] }) {
  const lines = text.split('\n')
  const byLine = Map.groupBy(faults.slice(0, most), (fault) => fault.line)
  return (
    <section>
      <h2>{faults.length === 1 ? 'The line to mend' : `${faults.length} places to mend`}</h2>
      {faults.length > most && <p>The first {most} are shown.</p>}
      <ol class="app-faults">
        {[...byLine].map(([line, here]) => (
          <li id={`line-${line}`} tabindex={-1}>
            {here.map((fault) => (
              <p class="nhsuk-error-message">
                Line {line}: {fault.message}
              </p>
            ))}
            <Excerpt lines={lines} line={line} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const Excerpt = ({ lines, line }: { lines: readonly string[]; line: number }) => (
  <pre class="app-lines">
    {[line - 1, line, line + 1]
      .filter((number) => number >= 1 && number <= lines.length)
      .map((number) => {
        const shown = `${String(number).padStart(5)}  ${(lines[number - 1] ?? '').slice(0, 300)}\n`
        return number === line ? <strong>{shown}</strong> : shown
      })}
  </pre>
)
