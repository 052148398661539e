/**
 * What a page may ask of the window it stands in, beside the api: to pick and to save files.
 *
 * Only the Electron window offers it, as `window.quartet`. In a browser window it is absent, and the page uses a file
 * input and a download instead. Files cross as bytes with a suggested name; no path of the laptop reaches the page.
 */

/** A kind of file in the words of the dialog, as in `{ name: 'Register files', extensions: ['csv', 'gz'] }`. */
export interface FileKind {
  name: string
  /** Without the dot. */
  extensions: string[]
}

export interface PickOptions {
  /** The question over the dialog, as in "Choose a register file". */
  title: string
  kinds: FileKind[]
}

export interface PickedFile {
  /** The file's own name, without its folder. */
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface HostWindow {
  host: 'electron'
  /** Resolves to `null` when the officer closes the dialog without a choice. */
  pickFile(options: PickOptions): Promise<PickedFile | null>
  /** Resolves to the name the file was saved under, or to `null` when the officer closes the dialog. */
  saveFile(suggestedName: string, bytes: Uint8Array): Promise<string | null>
}

/** The message that carries the port to the core into the page, as its `data`; the port is `event.ports[0]`. */
export const PORT_MESSAGE = 'quartet:port'

declare global {
  interface Window {
    /** Absent in a browser window. */
    readonly quartet?: HostWindow
  }
}
