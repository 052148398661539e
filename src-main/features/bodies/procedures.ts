import { answer } from '../answer.ts'
import { listBodies } from './queries.ts'

export const bodies = {
  list: answer.bodies.list.handler(({ context }) => listBodies(context.workspace.read)),
}
