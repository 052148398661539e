import { expect, it } from 'vitest'
import { openWorkspace, statement, undoTransaction, verify } from '../index.ts'
import { olderWorkspace, testDesk } from '../testing.ts'

const PROSE = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] })
const MENTION = { type: 'mention', attrs: { kind: 'school', target: '103120', label: 'Ashfold' } }
const MENTIONING = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [MENTION, MENTION] }] })

it('takes a workspace of version 7 with bodies, meetings and actions as they are, and leaves their history true', async () => {
  const desk = testDesk()
  const older = olderWorkspace(7, desk)
  older.change('A meeting with its minutes', (db) => {
    for (const sql of [
      "INSERT INTO bodies VALUES ('b', 'Education Quartet', 'IQ', 'quartet', NULL, 0)",
      "INSERT INTO body_members VALUES ('bm', 'b', 'Executive Director', 'Council', 1, '2016-01-01', NULL)",
      "INSERT INTO standing_items VALUES ('si', 'b', 1, 'Matters arising', 'discussion')",
      "INSERT INTO meetings VALUES ('m', 'b', '2016-05-09', '14:00', 'Room 1', 'held')",
      "INSERT INTO attendees VALUES ('at', 'm', 'Executive Director', 'Council', 'present')",
      "INSERT INTO agenda_items VALUES ('ai', 'm', 1, 'Matters arising', '', 'discussion')",
      `INSERT INTO minutes (n, id, item_id, document, text, saved_at) VALUES (1, 'mi', 'ai', '${PROSE}', 'Words', '2016-05-09')`,
      "INSERT INTO actions (n, id, meeting_id, item_id, ordinal, text) VALUES (1, 'ac', 'm', 'ai', 1, 'Write to governors')",
      "INSERT INTO action_events VALUES ('ae', 'ac', 'opened', '2016-05-09', 'Officer', '2016-06-01', '', 'Officer', '2016-05-09')",
    ]) {
      statement(db, sql).run()
    }
  })
  const { transactionId: moved } = older.change('The meeting moved', (db) => statement(db, "UPDATE meetings SET place = 'Room 2'").run())
  const { transactionId: started } = older.change('Action started', (db) =>
    statement(db, "INSERT INTO action_events VALUES ('a2', 'ac', 'started', '2016-05-10', NULL, NULL, '', 'Officer', '2016-05-10')").run(),
  )
  older.close()

  const workspace = await openWorkspace(older.file, desk)
  const { connection } = workspace.read
  expect(connection.pragma('foreign_key_check')).toEqual([])
  expect(verify(workspace.read).problems).toEqual([])
  expect(connection.prepare('SELECT * FROM bodies').get()).toEqual({
    id: 'b', name: 'Education Quartet', code: 'IQ', kind: 'quartet', district: null, statutory: 0,
    quorum: null, clear_days: null, papers_days: null, usual_time: null, usual_place: null, ended_on: null,
  })
  expect(connection.prepare('SELECT id, kind, meeting_id FROM action_events ORDER BY id').all()).toEqual([
    { id: 'a2', kind: 'started', meeting_id: null },
    { id: 'ae', kind: 'opened', meeting_id: null },
  ])

  // What was done before can still be taken back, and what is new is kept and checked.
  await undoTransaction(workspace, moved)
  await undoTransaction(workspace, started)
  expect(connection.prepare('SELECT place FROM meetings').get()).toEqual({ place: 'Room 1' })
  workspace.change('All that is new', (db) => {
    statement(db, "UPDATE bodies SET quorum = 3, kind = 'other'").run()
    statement(db, "UPDATE agenda_items SET paragraph = 3, public_interest = 'Weighed', outcome = 'deferred'").run()
    statement(db, "INSERT INTO action_events VALUES ('a3', 'ac', 'parked', '2016-05-11', NULL, NULL, '', 'Officer', '2016-05-11', 'm', NULL, '2016-09-01')").run()
  })
  expect(verify(workspace.read).problems).toEqual([])
  expect(() => statement(workspace.read, "UPDATE agenda_items SET paragraph = 8").run()).toThrow('CHECK')
  expect(() => statement(workspace.read, "DELETE FROM bodies").run()).toThrow('FOREIGN KEY')
  workspace.close()
})

it('knows what a text mentions for as long as it does', () => {
  const workspace = olderWorkspace(8)
  const mentions = () => statement(workspace.read, 'SELECT kind, target, source, source_id FROM mentions').all()
  workspace.change('Minutes written', (db) => {
    for (const sql of [
      "INSERT INTO bodies (id, name, code, kind, statutory) VALUES ('b', 'Education Quartet', 'IQ', 'quartet', 0)",
      "INSERT INTO meetings (id, body_id, date, time, place, state) VALUES ('m', 'b', '2016-05-09', '', '', 'held')",
      "INSERT INTO agenda_items (id, meeting_id, position, title, presenter, purpose) VALUES ('ai', 'm', 1, 'Schools', '', 'discussion')",
      `INSERT INTO minutes (id, item_id, document, text, saved_at) VALUES ('mi', 'ai', '${MENTIONING}', 'Words', '2016-05-09')`,
    ]) {
      statement(db, sql).run()
    }
  })
  const found = { kind: 'school', target: '103120', source: 'minutes', source_id: 'mi' }
  expect(mentions()).toEqual([found])
  workspace.change('Struck out', (db) => statement(db, 'UPDATE minutes SET document = ?').run(PROSE))
  expect(mentions()).toEqual([])
  workspace.change('Put back', (db) => statement(db, 'UPDATE minutes SET document = ?').run(MENTIONING))
  expect(mentions()).toEqual([found])
  workspace.change('Deleted', (db) => statement(db, 'DELETE FROM minutes').run())
  expect(mentions()).toEqual([])
})
