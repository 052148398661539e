import writeWorkbook from 'write-excel-file/node'
import { crc32, deflateRawSync } from 'node:zlib'

/** A cell as an officer's spreadsheet has it. */
export type TestCell = string | number | boolean | Date | null

function asCell(cell: TestCell) {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String }
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean }
  return { value: cell, type: Date, format: 'dd/mm/yyyy' }
}

/** A workbook as a spreadsheet program writes it. */
export async function workbookOf(sheets: Readonly<Record<string, readonly (readonly TestCell[])[]>>, name = 'test 2016-06-01.xlsx'): Promise<File> {
  const made = await writeWorkbook(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(asCell)) }))).toBuffer()
  return new File([new Uint8Array(made)], name)
}

/** A day as a spreadsheet keeps it. */
export function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

const CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
const WORKBOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>'

/** A workbook of one sheet whose XML is given: what no spreadsheet program would write. */
export function rawWorkbook(sheetData: string, more: Readonly<Record<string, Uint8Array | string>> = {}, name = 'test 2016-06-01.xlsx'): File {
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`
  const parts = { '[Content_Types].xml': CONTENT_TYPES, 'xl/workbook.xml': WORKBOOK, 'xl/_rels/workbook.xml.rels': RELATIONS, 'xl/worksheets/sheet1.xml': sheet, ...more }
  return new File([new Uint8Array(zipOf(parts))], name)
}

/** @param claimed sizes that the directory of the zip gives in place of the true ones */
export function zipOf(parts: Readonly<Record<string, Uint8Array | string>>, claimed: Readonly<Record<string, number>> = {}): Buffer {
  const [files, directory]: Buffer[][] = [[], []]
  let at = 0
  for (const [name, part] of Object.entries(parts)) {
    const content = Buffer.from(part)
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claimed[name] ?? content.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    files?.push(Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory?.push(Buffer.from('504b01021400', 'hex'), head, place.subarray(0, 14), Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  const list = Buffer.concat(directory ?? [])
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...(files ?? []), list, end])
}
