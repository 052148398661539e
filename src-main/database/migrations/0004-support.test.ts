import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../connection.ts'
import { migrations } from './index.ts'

const OLD = ['schools', 'need_judgements', 'visits', 'history', 'history_seals', 'history_head', 'settings'] as const

function dump(connection: Database.Database): unknown {
  return OLD.map((table) => connection.prepare(`SELECT * FROM ${table}`).all())
}

it('takes a workspace of the version before with its rows and its history, and fills nothing', () => {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys = ON')
  migrate(connection, migrations.slice(0, 3))
  connection.exec(`
    INSERT INTO schools (id, urn, name) VALUES ('s', '900001', 'Ashfold Community Primary');
    INSERT INTO need_judgements VALUES ('j', 's', '2016-01-14', 1, 'Results below floor', '2016-01-14T11:00:00.000Z');
    INSERT INTO visits (id, school_id, date, visitor, kind, status, counts, purpose, note, recorded_at) VALUES ('v', 's', '2016-01-27', 'District Lead', 'visit', 'completed', 1, '', '', '2016-01-27T16:00:00.000Z');
  `)
  const before = dump(connection)
  migrate(connection, migrations.slice(0, 4))
  expect(connection.pragma('user_version', { simple: true })).toBe(4)
  expect(dump(connection)).toEqual(before)
  expect(connection.prepare('SELECT (SELECT count(*) FROM concern_categories) + (SELECT count(*) FROM charge_rates) AS rows').get()).toEqual({ rows: 0 })
  connection.exec("INSERT INTO support_packages (id, school_id, judgement_id, title, lead, provider) VALUES ('p', 's', 'j', 'Reading', 'District Lead', '')")
  expect(connection.prepare("SELECT action, after FROM history WHERE table_name = 'support_packages'").get()).toEqual({
    action: 'insert',
    after: '{"id":"p","school_id":"s","judgement_id":"j","title":"Reading","lead":"District Lead","provider":""}',
  })
  expect(() => connection.exec("DELETE FROM need_judgements WHERE id = 'j'")).toThrow('FOREIGN KEY')
  connection.close()
})
