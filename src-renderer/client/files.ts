import type { PickOptions } from '../../src-main/api/host.ts'

/** A file that the officer chose, with the name it came under. */
export interface ChosenFile {
  name: string
  file: File
}

/** Asks for one file: the window's own dialog in Electron, a file input in a browser. Null where none was chosen. */
export async function pickFile(options: PickOptions): Promise<ChosenFile | null> {
  if (!window.quartet) return pickByInput(options)
  const picked = await window.quartet.pickFile(options)
  return picked && { name: picked.name, file: new File([picked.bytes], picked.name) }
}

/** Gives a file to the officer to keep. Null where the dialog was closed; a browser keeps it among the downloads. */
export async function saveFile(name: string, content: Blob): Promise<string | null> {
  if (window.quartet) return window.quartet.saveFile(name, new Uint8Array(await content.arrayBuffer()))
  const address = URL.createObjectURL(content)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  // The browser reads the address after this turn; released at once, some downloads would be empty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return name
}

function pickByInput(options: PickOptions): Promise<ChosenFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = options.kinds.flatMap((kind) => kind.extensions.map((extension) => `.${extension}`)).join(',')
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      resolve(file ? { name: file.name, file } : null)
    })
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
