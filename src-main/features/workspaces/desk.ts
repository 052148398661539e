import type { Workspace } from '../../database/index.ts'

/** The desk as procedures see it. `core.ts` makes it; it outlives the workspaces that come and go on it. */
export interface DeskState {
  readonly officer: string
  readonly known: readonly string[]
  setOfficer(name: string): void
  /** Opens another workspace in place of this one. A refusal leaves this one open. */
  open(path: string): Promise<Workspace>
  /** Makes an empty workspace of that name in the desk's folder, and opens it. */
  create(name: string): Promise<Workspace>
  /** Opens the sample workspace, making it when it is not there. */
  openSample(): Promise<Workspace>
}
