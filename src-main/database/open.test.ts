import Database from 'better-sqlite3'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { APPLICATION_ID, connect, migrate } from './connection.ts'
import { all, build, createWorkspace, first, openWorkspace, randomIds, run, statement, takeDeskLock, undoTransaction, verify, type Workspace } from './index.ts'
import { historyTriggers, withoutHistoryTriggers } from './migrations/history-triggers.ts'
import { migrations } from './migrations/index.ts'
import { testDesk, testFolder, testWorkspace } from './testing.ts'

const desk = testDesk()
const mounted: string[] = []
const opened: Workspace[] = []

afterEach(() => {
  for (const workspace of opened.splice(0)) workspace.close()
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder])
})

/** A file system of its own, where this machine lets us have one: it can really be full, or really be read-only. */
function ownFileSystem(options: string): string | null {
  const folder = join(testFolder(), 'disk')
  mkdirSync(folder)
  if (process.platform !== 'linux' || spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return null
  mounted.push(folder)
  return folder
}

function addNote(workspace: Workspace, size: number): void {
  workspace.change('Note kept', (db) => run(db, build.insertInto('settings').values({ id: db.newId(), value: JSON.stringify('x'.repeat(size)) })))
}

describe('opening', () => {
  it('sets its pragmas and asks them back', () => {
    const { connection } = testWorkspace().read
    const now = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'busy_timeout'].map((name) => connection.pragma(name, { simple: true }))
    expect(now).toEqual(['wal', 2, 1, 0, 5000])
    expect(connection.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('has only STRICT tables of its own', () => {
    const tables = testWorkspace().read.connection.prepare<[], { name: string; strict: number }>("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'").all()
    expect(tables.length).toBeGreaterThan(20)
    expect(tables.filter((table) => table.strict === 0).map((table) => table.name)).toEqual([])
  })

  it.each([
    ['text', Buffer.from('URN,Name\n100001,A school\n')],
    ['an empty file', Buffer.alloc(0)],
    ['random bytes', Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 251))],
  ])('refuses %s as no workspace, and leaves it as it is', async (_what, bytes) => {
    const file = join(testFolder(), 'Odd.quartet')
    writeFileSync(file, bytes)
    await expect(openWorkspace(file, desk)).rejects.toThrow('is not a Quartet workspace. It was not changed')
    expect(readFileSync(file)).toEqual(bytes)
  })

  it('refuses another program’s SQLite file', async () => {
    const file = join(testFolder(), 'Other.quartet')
    const other = new Database(file)
    other.exec('CREATE TABLE things (x)')
    other.close()
    await expect(openWorkspace(file, desk)).rejects.toThrow('is not a Quartet workspace')
  })

  it('refuses a workspace of a newer version, unchanged', async () => {
    const workspace = testWorkspace()
    workspace.close()
    const newer = new Database(workspace.file)
    newer.pragma(`user_version = ${migrations.length + 1}`)
    newer.close()
    const before = readFileSync(workspace.file)
    await expect(openWorkspace(workspace.file, desk)).rejects.toThrow('was written by a newer Quartet')
    expect(readFileSync(workspace.file)).toEqual(before)
  })

  it('refuses a name that is not there, and a name that is taken', async () => {
    const file = join(testFolder(), 'Nowhere.quartet')
    await expect(openWorkspace(file, desk)).rejects.toThrow('There is no workspace at')
    writeFileSync(file, 'a letter')
    expect(() => createWorkspace(file, desk, () => undefined)).toThrow('There is already a file at')
    expect(readFileSync(file, 'utf8')).toBe('a letter')
  })
})

const ALIAS_COLUMNS = ['id', 'body_id', 'name']

describe('a file that was cut short', () => {
  const whole = () => {
    const workspace = testWorkspace()
    addNote(workspace, 200_000)
    workspace.close()
    return workspace.file
  }

  it.each([0.99, 0.5, 0.1])('is refused with a sentence, and not changed: %d of it', async (share) => {
    const file = whole()
    truncateSync(file, Math.floor(statSync(file).size * share))
    const before = readFileSync(file)
    await expect(openWorkspace(file, desk)).rejects.toThrow(/is damaged\. It was not changed\. Open the newest copy/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('migrating', () => {
  const step = { version: migrations.length + 1, name: 'a later one', sql: 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT' }

  it('takes a workspace with its rows from the version before', () => {
    const workspace = testWorkspace()
    addNote(workspace, 10)
    workspace.close()
    const connection = connect(workspace.file, [...migrations, step])
    migrate(connection, [...migrations, step])
    expect(connection.pragma('user_version', { simple: true })).toBe(step.version)
    expect(connection.prepare('SELECT count(*) AS n FROM settings').get()).toEqual({ n: 1 })
    connection.close()
  })

  it('gives a table one more column, and what history said of its rows stays true and can be taken back', async () => {
    const wider = [
      withoutHistoryTriggers('body_aliases'),
      'ALTER TABLE body_aliases ADD COLUMN source TEXT;',
      historyTriggers('body_aliases', [...ALIAS_COLUMNS, 'source']),
    ].join('\n')
    // As if the latest step had it too, so that this Quartet takes the workspace for its own.
    const steps = migrations.map((made) => (made.version === migrations.length ? { ...made, sql: `${made.sql}\n${wider}` } : made))
    const workspace = testWorkspace()
    const add = (code: string) =>
      workspace.change('Alias given', (db) => {
        const [body, alias] = [db.newId(), db.newId()]
        run(db, build.insertInto('bodies').values({ id: body, name: code, code, kind: 'crossCutting', district: null, statutory: 0 }))
        run(db, build.insertInto('body_aliases').values({ id: alias, body_id: body, name: `Also ${code}` }))
        return alias
      })
    const [one, other] = [add('CCG'), add('EIG')]
    workspace.read.connection.exec(wider)
    const filled = workspace.change('Source given', (db) => statement(db, 'UPDATE body_aliases SET source = ? WHERE id = ?').run('A letter', other.result))
    const problems = () => verify(workspace.read, steps).problems
    expect(problems()).toEqual([])
    await undoTransaction(workspace, one.transactionId)
    await expect(undoTransaction(workspace, other.transactionId)).rejects.toThrow('Source given')
    await undoTransaction(workspace, filled.transactionId)
    await undoTransaction(workspace, other.transactionId)
    expect(problems()).toEqual([])
    expect(all(workspace.read, build.selectFrom('body_aliases').selectAll())).toEqual([])
  })

  it('leaves version and tables as they were when a step fails', () => {
    const workspace = testWorkspace()
    workspace.close()
    const broken = { ...step, sql: `${step.sql}; CREATE TABLE later (twice TEXT)` }
    const connection = connect(workspace.file, [...migrations, broken])
    expect(() => migrate(connection, [...migrations, broken])).toThrow('already exists')
    expect(connection.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(connection.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'later'").get()).toEqual({ n: 0 })
    connection.close()
  })
})

describe('opening an older workspace', () => {
  it('copies it first and then brings it up to date', async () => {
    const folder = testFolder()
    const file = join(folder, 'Old.quartet')
    const old = new Database(file)
    old.pragma(`application_id = ${APPLICATION_ID}`)
    old.exec('CREATE TABLE kept (words TEXT)')
    old.close()
    const workspace = await openWorkspace(file, desk)
    opened.push(workspace)
    expect(workspace.read.connection.pragma('user_version', { simple: true })).toBe(migrations.length)
    const copy = new Database(join(folder, `Old before version ${migrations.length}.quartet`), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(0)
    expect(copy.prepare('SELECT count(*) AS n FROM kept').get()).toEqual({ n: 0 })
    copy.close()
  })
})

describe('a bad disk', () => {
  it('that is full: a sentence, nothing of the change, everything before it', ({ skip }) => {
    const disk = ownFileSystem('size=2m')
    if (disk === null) skip('this machine does not let a test mount a small disk')
    const workspace = createWorkspace(join(disk ?? '', 'Full.quartet'), desk, () => undefined)
    opened.push(workspace)
    addNote(workspace, 1_000)
    expect(() => addNote(workspace, 4_000_000)).toThrow('The disk is full. Nothing of this change was kept')
    expect(workspace.read.connection.prepare('SELECT count(*) AS n FROM settings').get()).toEqual({ n: 1 })
    expect(verify(workspace.read)).toMatchObject({ ok: true })
    addNote(workspace, 1_000)
    expect(verify(workspace.read)).toMatchObject({ ok: true })
  })

  it('that is full while a workspace is made: no half file stays', ({ skip }) => {
    const disk = ownFileSystem('size=100k')
    if (disk === null) skip('this machine does not let a test mount a small disk')
    const file = join(disk ?? '', 'Full.quartet')
    expect(() => createWorkspace(file, desk, () => undefined)).toThrow(/disk/)
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })

  it('that may only be read: a sentence', async ({ skip }) => {
    const workspace = testWorkspace()
    workspace.close()
    const disk = ownFileSystem('size=4m')
    const folder = disk ?? testFolder()
    const file = join(folder, 'Read only.quartet')
    copyFileSync(workspace.file, file)
    if (disk !== null) execFileSync('mount', ['-o', 'remount,ro', disk])
    else if (process.getuid?.() === 0 || process.platform === 'win32') skip('this machine does not let a test mount a read-only disk, and its user may write anywhere')
    else for (const path of [file, folder]) chmodSync(path, 0o555)
    await expect(openWorkspace(file, desk)).rejects.toThrow('Quartet may not write at')
    expect(() => createWorkspace(join(folder, 'New.quartet'), desk, () => undefined)).toThrow('Quartet may not write at')
    if (disk === null) for (const path of [folder, file]) chmodSync(path, 0o755)
  })
})

describe('a second process', () => {
  it('that writes makes the first one wait, then say so, with nothing lost', () => {
    const workspace = testWorkspace()
    workspace.read.connection.pragma('busy_timeout = 50')
    const other = new Database(workspace.file)
    other.exec('BEGIN IMMEDIATE')
    expect(() => addNote(workspace, 10)).toThrow('Another program is writing to the workspace')
    other.exec('ROLLBACK')
    other.close()
    addNote(workspace, 10)
    expect(first(workspace.read, build.selectFrom('settings').select('id'))).toBeDefined()
    expect(verify(workspace.read)).toMatchObject({ ok: true })
  })

  it('that is another window is refused while the first is open', () => {
    const workspace = testWorkspace()
    const lock = takeDeskLock(workspace.file)
    expect(() => takeDeskLock(workspace.file)).toThrow('already open in another Quartet window')
    lock.release()
    takeDeskLock(workspace.file).release()
  })

  it('sees the chain go on from the other’s changes', async () => {
    const one = testWorkspace()
    const two = await openWorkspace(one.file, { ...testDesk('Second officer'), newId: randomIds })
    opened.push(two)
    const stamp = one.stamp()
    addNote(one, 10)
    two.change('Other note', (db) => run(db, build.insertInto('settings').values({ id: 'other', value: '1' })))
    one.change('Third note', (db) => run(db, build.insertInto('settings').values({ id: 'third', value: '1' })))
    expect(one.stamp()).not.toBe(stamp)
    expect(verify(one.read)).toMatchObject({ ok: true })
  })
})

describe('a backup', () => {
  it('is a whole, checked copy made while the workspace is in use, and never written over', async () => {
    const workspace = testWorkspace()
    addNote(workspace, 10)
    const to = join(testFolder(), 'Copy.quartet')
    await workspace.backUp(to)
    const copy = await openWorkspace(to, desk)
    opened.push(copy)
    expect(verify(copy.read)).toEqual(verify(workspace.read))
    await expect(workspace.backUp(to)).rejects.toThrow('There is already a file at')
  })

  it('is refused with a sentence where it cannot be written', async () => {
    const workspace = testWorkspace()
    await expect(workspace.backUp(join(testFolder(), 'no', 'such', 'folder.quartet'))).rejects.toThrow(/folder/)
  })
})
