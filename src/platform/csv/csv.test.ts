import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvFault, csvReader, type CsvShape, encodingWatcher, guessDelimiter, writeCsv } from './csv.ts'

const plain: CsvShape = { encoding: 'utf-8', delimiter: ',' }

function readAll(text: string | Buffer, shape = plain, pieceLength = 7) {
  const bytes = Buffer.from(text)
  const reader = csvReader(shape)
  const records = []
  for (let at = 0; at < bytes.length; at += pieceLength)
    records.push(...reader.push(bytes.subarray(at, at + pieceLength)))
  return [...records, ...reader.finish()]
}
const cellsOf = (text: string | Buffer, shape = plain) => readAll(text, shape).map(({ cells }) => cells)

describe('reading CSV', () => {
  it('splits records and cells, with or without a last line break', () => {
    expect(cellsOf('a,b\r\n1,2\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(cellsOf('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ])
    expect(cellsOf('a\rb\rc')).toEqual([['a'], ['b'], ['c']])
  })

  it('keeps delimiters, doubled quotation marks and line breaks inside quotation marks', () => {
    expect(cellsOf('"a,b","say ""hi""","two\r\nlines"\r\nx,y,z')).toEqual([
      ['a,b', 'say "hi"', 'two\r\nlines'],
      ['x', 'y', 'z'],
    ])
  })

  it('says the line on which each record begins, also after quoted line breaks and empty lines', () => {
    expect(readAll('h\n"one\ntwo"\n\nthree\n').map(({ line }) => line)).toEqual([1, 2, 5])
  })

  it('goes on from the end of any record', () => {
    const text = Buffer.from('name,é\r\n"q\nq",2\r\nlast,3')
    const all = readAll(text)
    const reader = csvReader(plain, { byte: all[0]!.end, line: 2 })
    const rest = [...reader.push(text.subarray(all[0]!.end)), ...reader.finish()]
    expect(rest).toEqual(all.slice(1))
  })

  it('reads Windows-1252', () => {
    const shape: CsvShape = { encoding: 'windows-1252', delimiter: ',' }
    expect(cellsOf(Buffer.from([0x5a, 0x6f, 0xeb, 0x2c, 0x4f, 0x92, 0x4e]), shape)).toEqual([['Zoë', 'O’N']])
  })

  it('tells the encoding of a file that goes by in pieces', () => {
    const watch = (bytes: Buffer) => {
      const watcher = encodingWatcher()
      for (const byte of bytes) watcher.see(Uint8Array.of(byte))
      return watcher.encoding()
    }
    expect(watch(Buffer.from('Zoë ليلى 🌟'))).toBe('utf-8')
    expect(watch(Buffer.from([0x5a, 0xeb]))).toBe('windows-1252')
  })

  it('guesses the delimiter from the first line', () => {
    expect(guessDelimiter(Buffer.from('a;"b,c,d,e";c\n1,1,1,1,1'))).toBe(';')
    expect(guessDelimiter(Buffer.from('a\tb\n'))).toBe('\t')
    expect(guessDelimiter(Buffer.from('alone\n'))).toBe(',')
  })

  it('says where a quotation mark is missing, and stops a record without end', () => {
    expect(() => readAll('a,b\n"open,1\n2,3\n')).toThrow('line 2')
    const endless = Buffer.alloc(600_000, 0x61)
    endless[0] = 0x22
    expect(() => readAll(endless, plain, 65_536)).toThrow(CsvFault)
    expect(() => readAll(','.repeat(600))).toThrow('more than 500 columns')
  })

  it('reads what a general parser reads', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '🌟', ' ', '\r\n') })
    const rows = fc.array(fc.tuple(cell, cell, fc.constant('end')), { minLength: 1 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (table, pieceLength) => {
        const text = table.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        expect(readAll(text, plain, pieceLength).map(({ cells }) => cells)).toEqual(parse(text))
      }),
    )
  })

  it('never throws anything but a CsvFault, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          readAll(Buffer.from(bytes))
        } catch (fault) {
          expect(fault).toBeInstanceOf(CsvFault)
        }
      }),
    )
  })
})

describe('writing CSV', () => {
  it('begins with a byte order mark, quotes where needed, and lets no cell be a formula', () => {
    expect(
      writeCsv(
        ['name', 'n'],
        [
          ['=1+1', 2],
          ['a,"b"', null],
        ],
      ),
    ).toBe('\ufeffname,n\r\n\'=1+1,2\r\n"a,""b""",\r\n')
  })
})
