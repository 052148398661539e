import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { figure, type ExplainedFigure, type Figure } from '../../api/figures.ts'
import { Refusal } from '../../domain/refusal.ts'
import { dateOption, noArguments, optional, required, withWorkspace, WrongUse, type Arguments, type Command } from './command.ts'

function requiredDate(given: Arguments, name: string): string {
  return dateOption(given, name) ?? required(given, name)
}

/** Without the words for people, which only screens and papers show. */
function bare(figures: readonly ExplainedFigure[]): Figure[] {
  return figures.map((explained) => figure.parse(explained))
}

export async function figuresAt(given: Arguments, question: { asAt: string; from?: string }): Promise<Figure[]> {
  return bare(await withWorkspace(given, (client) => client.figures.list(question)))
}

/** An older paper is replaced; a workspace or a list whose name was typed by mistake must not be lost. */
function refuseOtherFile(path: string): void {
  if (!existsSync(path) || !statSync(path).isFile()) return
  const start = Buffer.alloc(2)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, start, 0, 2, 0) === 0 || start.toString('latin1') === 'PK') return
  } finally {
    closeSync(file)
  }
  throw new Refusal('not-a-paper', `The file at ${path} is not a Word file, so it was not replaced. Choose another name for the paper.`)
}

export async function writePaper(given: Arguments, asAt: string, out: string): Promise<{ path: string; sha256: string; figures: Figure[] }> {
  const { file, figures } = await withWorkspace(given, (client) => client.papers.compose({ asAt, layout: 'short' }))
  return { ...(await writeWord(file, out)), figures: bare(figures) }
}

/** Writes a Word file beside its place first and then gives it its name, so that a full disk leaves the old file whole. */
export async function writeWord(file: File, out: string): Promise<{ path: string; sha256: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const unfinished = `${out}.unfinished`
  try {
    refuseOtherFile(out)
    writeFileSync(unfinished, bytes)
    renameSync(unfinished, out)
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished)
    if (error instanceof Refusal) throw error
    throw new Refusal('paper-not-written', `The paper could not be written at ${out}. Check that the folder is there, that you may save in it, that the disk has room, and that the file is not open in Word.`)
  }
  return { path: out, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function lineOf(one: ExplainedFigure): string {
  const outOf = one.denominator === null ? '' : ` of ${one.denominator}`
  return `${one.title}: ${one.text} (${one.numerator}${outOf})`
}

const figures: Command = {
  name: 'figures',
  usage: '--workspace W --as-at YYYY-MM-DD [--from YYYY-MM-DD]',
  options: { 'as-at': 'string', from: 'string' },
  async run(given) {
    noArguments(given)
    const from = dateOption(given, 'from')
    const asAt = requiredDate(given, 'as-at')
    if (from !== undefined && from > asAt) throw new WrongUse('--from is later than --as-at: the figures count from the one to the other.')
    const question = { asAt, ...(from === undefined ? {} : { from }) }
    const counted = await withWorkspace(given, (client) => client.figures.list(question))
    return { document: bare(counted), lines: counted.map(lineOf) }
  },
}

const auditCommittee: Command = {
  name: 'paper audit-committee',
  usage: '--workspace W --as-at D --layout short --out FILE.docx',
  options: { 'as-at': 'string', layout: 'string', out: 'string' },
  async run(given) {
    noArguments(given)
    const layout = optional(given, 'layout') ?? 'short'
    if (layout !== 'short') throw new WrongUse(`There is no layout “${layout}”. The layout is: short.`)
    const written = await writePaper(given, requiredDate(given, 'as-at'), resolve(required(given, 'out')))
    return { document: written, lines: [`Paper: ${written.path}`, `SHA-256: ${written.sha256}`] }
  },
}

export const paperCommands: readonly Command[] = [figures, auditCommittee]
