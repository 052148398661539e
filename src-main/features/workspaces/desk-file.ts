import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** What this computer remembers beside the workspaces: who sits here, and which workspaces were opened, newest first. */
const deskFile = z.object({
  officer: z.string().min(1),
  known: z.array(z.string()),
})
export type DeskFile = z.infer<typeof deskFile>

function accountName(): string {
  try {
    return userInfo().username || 'Officer'
  } catch {
    // A process without an account entry (some containers) still needs a name in its history.
    return 'Officer'
  }
}

/** Reads `desk.json` of the home folder; a missing or unreadable one is a desk on its first day. */
export function readDesk(home: string): DeskFile {
  try {
    return deskFile.parse(JSON.parse(readFileSync(join(home, 'desk.json'), 'utf8')))
  } catch {
    return { officer: accountName(), known: [] }
  }
}

/** Writes it whole and then gives it its name, so that a crash leaves the old one. */
export function writeDesk(home: string, desk: DeskFile): void {
  mkdirSync(home, { recursive: true })
  const file = join(home, 'desk.json')
  writeFileSync(`${file}.new`, JSON.stringify(desk, null, 2))
  renameSync(`${file}.new`, file)
}
