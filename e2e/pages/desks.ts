import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root, setDesk } from '../hosts/desk.ts'
import { test as hosts } from '../hosts/test.ts'

/** The same test on an empty workspace of the officer's own. */
export const testOnEmpty = hosts.extend({
  desk: async ({ today }, use) => {
    const desk = setDesk(null, today)
    const workspace = join(desk.home, 'Own workspace.quartet')
    const made = spawnSync(process.execPath, [join(root, 'out/main/cli.js'), 'new', '--workspace', workspace, '--json'], {
      encoding: 'utf8',
      env: desk.env,
    })
    if (made.status !== 0) throw new Error(`The workspace could not be made. ${made.stderr}`)
    await use({ ...desk, workspace })
    desk.remove()
  },
})
