import fc from 'fast-check'
import { openAsBlob, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ORPCError } from '@orpc/server'
import { statement, verify } from '../../database/index.ts'
import { testFolder } from '../../database/testing.ts'
import { workbookOf, zipOf } from '../../imports/testing/workbooks.ts'
import { testCore } from '../../testing.ts'
import { bringIn, counts, fixture, preview, textFile } from './testing.ts'

const HEAD = 'URN,EstablishmentName,OpenDate'

function bytesFile(bytes: Uint8Array, name = 'register 2016-06-01.csv'): File {
  return new File([new Uint8Array(bytes)], name)
}

describe('a file that is refused', () => {
  const cases: readonly [what: string, file: () => File | Promise<File>, sentence: RegExp][] = [
    ['an empty one', () => textFile(''), /is empty/],
    ['one of blank lines', () => textFile('\n\n  \n'), /no heading line/],
    ['a heading line alone', () => textFile(`${HEAD}\n`), /a heading line and no rows/],
    ['a register without URNs', () => textFile('Number,EstablishmentName\n1,Ashfold\n'), /no column named URN\. Its columns are "Number", "EstablishmentName"/],
    ['a register without names', () => textFile('URN,Town\n103120,Birmingham\n'), /no column named EstablishmentName/],
    ['the beginning of a workbook', () => bytesFile(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0)), /begins as an Excel workbook does, but is damaged or cut short/],
    ['a Word document', () => bytesFile(zipOf({ 'word/document.xml': '<w:document/>' })), /is a Word or PowerPoint document/],
    ['a picture', () => bytesFile(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)), /is a picture, not a CSV file/],
    ['bytes that are no text', () => bytesFile(new Uint8Array(5_000)), /is not text, not a CSV file/],
    ['a damaged gzip', () => bytesFile(gzipSync(`${HEAD}\n103120,Ashfold,\n`).subarray(0, 20)), /damaged or cut short/],
    ['a quote that never closes', () => textFile(`${HEAD}\n103120,"Ashfold,\n103121,Barlow,\n`), /stops being CSV/],
    ['a row without end', () => textFile(`${HEAD}\n103120,"${'x'.repeat(9_000_000)}",\n`), /stops being CSV/],
    ['more columns than a list has', () => textFile(`${'x,'.repeat(1_000)}x\n${'1,'.repeat(1_000)}1\n`), /heading line of this file has 1,001 columns, and Quartet reads no more than 1,000/],
    ['a workbook of more columns', () => workbookOf({ Schools: [Array.from({ length: 1_001 }, () => 'x'), ['1']] }), /has 1,001 columns/],
    ['no date anywhere', () => textFile(`${HEAD}\n103120,Ashfold,\n`, 'register.csv'), /Give its date/],
    ['one authority of a file that names none', () => textFile(`${HEAD}\n103120,Ashfold,\n`), /no column LA \(code\)/],
  ]
  it.each(cases)('%s', async (what, file, sentence) => {
    const core = testCore()
    const before = verify(core.workspace.read)
    const asked = what.startsWith('one authority') ? { la: '330' } : {}
    await expect(bringIn(core, await file(), asked)).rejects.toSatisfy((error) => error instanceof ORPCError && error.code === 'REFUSED' && sentence.test(error.message))
    expect(verify(core.workspace.read)).toEqual(before)
  })
})

describe('a file on disk', () => {
  it.each(['', '.gz'])('that changes after it was chosen is refused, and nothing is changed (%s)', async (ending) => {
    const core = testCore()
    const path = join(testFolder(), `register 2016-06-01.csv${ending}`)
    const written = (name: string) => {
      const text = `${HEAD}\n103120,${name},\n`
      writeFileSync(path, ending === '' ? text : gzipSync(text))
    }
    written('Ashfold')
    const file = new File([await openAsBlob(path)], 'register 2016-06-01.csv')
    const { digest } = await preview(core, file)
    written('Ashfold Primary School')
    const applied = async () => {
      for await (const step of await core.client.imports.apply({ kind: 'register', file, digest })) expect(step.step).toBe('progress')
    }
    await expect(applied()).rejects.toSatisfy((error) => error instanceof ORPCError && error.code === 'REFUSED' && /changed or was moved/.test(error.message))
    expect(verify(core.workspace.read)).toMatchObject({ ok: true })
    expect(await core.client.imports.list()).toEqual([])
  })
})

describe('a row that is refused', () => {
  const cases: readonly [what: string, row: string, reason: RegExp][] = [
    ['a ragged row', '103120,Ashfold', /has 2 cells, but the heading line has 3/],
    ['no six digits', '10312,Ashfold,', /is not six digits/],
    ['a blank name', '103120, ,', /name of the establishment is blank/],
    ['a date that is none', '103120,Ashfold,32/01/2016', /Open date "32\/01\/2016" is not a date/],
    ['zero bytes', '103120,Ash\0fold,', /zero bytes/],
    ['a cell of 2 MB', `103120,${'x'.repeat(2_000_000)},`, /2,000,000 characters/],
    ['a URN that stands already', '103999,Again,', /stands on line 2 already/],
  ]
  it.each(cases)('%s', async (_what, row, reason) => {
    const core = testCore()
    const done = await bringIn(core, textFile(`${HEAD}\n103999,First,\n${row}\n103888,Last,\n`))
    expect(counts(done)).toMatchObject({ rows: 3, added: 2, refusedCount: 1 })
    expect(done.refused[0]?.line).toBe(3)
    expect(done.refused[0]?.reason).toMatch(reason)
  })

  it('is named by the line it begins on, after cells that run over lines', async () => {
    const core = testCore()
    const shown = await preview(core, textFile(`${HEAD}\n103120,"Ash\nfold",\n\nx,"two\nlines",\n`))
    expect(shown.refused).toMatchObject([{ line: 5 }])
  })
})

function utf32(text: string): Buffer {
  return Buffer.concat(Array.from(text, (letter) => Buffer.from([0, 1, 2, 3].map((place) => ((letter.codePointAt(0) ?? 0) >> (place * 8)) & 0xff))))
}

describe('an encoding', () => {
  const text = `${HEAD}\r\n103120,St Thomas’ École,\r\n`
  const wide = (big: boolean, bom: boolean) => {
    const bytes = Buffer.from((bom ? '\uFEFF' : '') + text, 'utf16le')
    return big ? bytes.swap16() : bytes
  }
  const cases: readonly [encoding: string, bytes: Uint8Array][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE', wide(false, true)],
    ['UTF-16 LE', wide(false, false)],
    ['UTF-16 BE', wide(true, true)],
    ['UTF-16 BE', wide(true, false)],
    ['Windows-1252', Buffer.from(text.replace('’', '\x92'), 'latin1')],
    ['Windows-1252', gzipSync(Buffer.from(text.replace('’', '\x92'), 'latin1'))],
  ]
  it.each(cases)('%s is read', async (encoding, bytes) => {
    const core = testCore()
    const done = await bringIn(core, bytesFile(bytes))
    expect(done.encoding).toBe(encoding)
    expect(statement(core.workspace.read, 'SELECT urn, name FROM schools').all()).toEqual([{ urn: '103120', name: 'St Thomas’ École' }])
  })

  it('is told in a note where it is not plainly UTF-8, with a warning where part of the file is', async () => {
    const notes = async (bytes: Uint8Array) => (await preview(testCore(), bytesFile(bytes))).notes.filter((note) => note.startsWith('The file was read'))
    const old = Buffer.from(text.replace('’', '\x92'), 'latin1')
    expect(await notes(Buffer.from(text))).toEqual([])
    expect(await notes(old)).toEqual(['The file was read as Windows-1252, as older programs save it.'])
    expect(await notes(wide(false, true))).toEqual(['The file was read as UTF-16 LE.'])
    const mixed = Buffer.concat([Buffer.from(text), Buffer.from('103121,Caf\xe9 School,\r\n', 'latin1')])
    expect(await notes(mixed)).toEqual([
      'The file was read as Windows-1252, because of a byte near line 3 that is not UTF-8. But 2 characters of it look like UTF-8 and will read wrongly, as in "Ã©" for "é". Look at names with accents before you import it, or save it again as UTF-8.',
    ])
  })

  it.each([
    ['its first bytes', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf32(text)])],
    ['its zero bytes', utf32(text)],
    ['its zero bytes, the other way round', Buffer.from(utf32(text)).swap32()],
  ])('of four bytes a letter is refused by its name, told by %s', async (_by, bytes) => {
    await expect(preview(testCore(), bytesFile(bytes))).rejects.toThrow('text in UTF-32')
  })

  it('of the register’s own rows is told by bytes that are rare', async () => {
    const core = testCore()
    expect((await bringIn(core, fixture('windows-1252-2024-10-28.csv'))).encoding).toBe('Windows-1252')
    const names = statement<{ name: string }>(core.workspace.read, 'SELECT name FROM schools ORDER BY urn').all().map(({ name }) => name)
    expect(names).toContain('Ecole Française de Londres Jacques Prévert')
  })

  it.each([',', ';', '\t'])('with cells parted by %j is read too', async (mark) => {
    const core = testCore()
    const done = await bringIn(core, textFile(`${HEAD}\n103120,Ashfold,\n`.replaceAll(',', mark)))
    expect(done.added).toBe(1)
  })
})

describe('hostile text', () => {
  it('is cleaned on the way in', async () => {
    const core = testCore()
    await bringIn(core, textFile(`${HEAD}\n103120,"A\u0007sh\uFFFF\u202Efold  <b>School</b>",\n`))
    expect(statement(core.workspace.read, 'SELECT name FROM schools').get()).toEqual({ name: 'Ashfold <b>School</b>' })
  })
})

describe('any file at all', () => {
  const real = readFileSync(join(import.meta.dirname, '..', '..', 'imports', 'fixtures', 'birmingham-2025-01-21.csv'))
  const spoilt = fc.tuple(fc.nat(real.length), fc.nat(60), fc.uint8Array({ maxLength: 60 })).map(([at, cut, put]) => Buffer.concat([real.subarray(0, at), put, real.subarray(at + cut)]))
  const odd = fc.oneof(
    fc.uint8Array({ maxLength: 4_000 }),
    fc.nat(real.length).map((end) => real.subarray(0, end)),
    spoilt,
    fc.array(fc.array(fc.oneof(fc.constantFrom('URN', 'EstablishmentName', '103120', '"', '\0', '2016-06-21'), fc.string({ unit: 'binary' })), { maxLength: 6 }), { maxLength: 8 }).map((rows) => Buffer.from(rows.map((row) => row.join(',')).join('\n'))),
    spoilt.map((bytes) => gzipSync(bytes)),
  )

  it('is a plan or a refusal, and is never half applied', { timeout: 180_000 }, async () => {
    const core = testCore()
    const table = () => statement(core.workspace.read, 'SELECT count(*) AS schools FROM schools').get()
    await fc.assert(
      fc.asyncProperty(odd, fc.constantFrom('register', 'links', 'visits', 'attendance', 'needs'), async (bytes, kind) => {
        const before = table()
        try {
          const shown = await preview(core, bytesFile(bytes), { kind })
          expect(shown.added + shown.changed + shown.unchanged + shown.ignored + shown.refusedCount).toBe(shown.rows)
        } catch (error) {
          if (!(error instanceof ORPCError) || error.code !== 'REFUSED') throw error
          expect(error.message).toMatch(/Nothing was changed\./)
        }
        expect(table()).toEqual(before)
      }),
      { numRuns: 300 },
    )
    await fc.assert(
      fc.asyncProperty(spoilt, async (bytes) => {
        const before = verify(core.workspace.read).entries
        try {
          const done = await bringIn(core, bytesFile(bytes))
          if (done.added + done.changed === 0) expect(done.refusedCount + done.unchanged).toBe(done.rows)
        } catch (error) {
          if (!(error instanceof ORPCError) || error.code !== 'REFUSED') throw error
          expect(verify(core.workspace.read).entries).toBe(before)
        }
        expect(verify(core.workspace.read).problems).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
