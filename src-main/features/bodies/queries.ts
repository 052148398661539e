import type { Body } from '../../api/meetings.ts'
import { all, build, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { firstBodies, standingItems } from './first-bodies.ts'

/** All bodies with their aliases and present members, the named ones before the District Strategy Groups. */
export function listBodies(db: ReadHandle): Body[] {
  const bodies = all(db, build.selectFrom('bodies').selectAll().orderBy('name'))
  const aliases = all(db, build.selectFrom('body_aliases').selectAll().orderBy('name'))
  const members = all(db, build.selectFrom('body_members').selectAll().where('valid_to', 'is', null).orderBy('chair', 'desc').orderBy('id'))
  return bodies
    .map((body) => ({
      id: body.id,
      name: body.name,
      code: body.code,
      kind: body.kind,
      district: body.district,
      statutory: body.statutory === 1,
      aliases: aliases.filter((alias) => alias.body_id === body.id).map((alias) => alias.name),
      members: members
        .filter((member) => member.body_id === body.id)
        .map(({ id, role, organisation, chair }) => ({ id, role, organisation, chair: chair === 1 })),
    }))
    .sort((a, b) => Number(a.kind === 'districtStrategyGroup') - Number(b.kind === 'districtStrategyGroup'))
}

/** Writes the bodies of a new workspace. */
export function insertFirstBodies(db: WriteHandle, today: string): void {
  for (const body of firstBodies) {
    const bodyId = db.newId()
    run(db, build.insertInto('bodies').values({ id: bodyId, name: body.name, code: body.code, kind: body.kind, district: null, statutory: body.statutory ? 1 : 0 }))
    for (const name of body.aliases) run(db, build.insertInto('body_aliases').values({ id: db.newId(), body_id: bodyId, name }))
    for (const { role, organisation, chair } of body.members) {
      run(db, build.insertInto('body_members').values({ id: db.newId(), body_id: bodyId, role, organisation, chair: chair ? 1 : 0, valid_from: today, valid_to: null }))
    }
    standingItems.forEach(({ title, purpose }, i) => {
      run(db, build.insertInto('standing_items').values({ id: db.newId(), body_id: bodyId, position: i + 1, title, purpose }))
    })
  }
}
