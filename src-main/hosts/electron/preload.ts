/** The page's narrow way out: its port to the core, one dialog to pick a file and one to save one. */
import { contextBridge, ipcRenderer } from 'electron'
import { PORT_MESSAGE } from '../../api/host.ts'
import type { HostWindow } from '../../api/host.ts'
import { CONNECT, PICK_FILE, pickAnswer, SAVE_FILE, saveAnswer } from './channels.ts'

const host: HostWindow = {
  host: 'electron',
  async pickFile({ title, kinds }) {
    const answer = pickAnswer.parse(await ipcRenderer.invoke(PICK_FILE, { title, kinds }))
    if ('refused' in answer) throw new Error(answer.refused)
    return answer.picked && { name: answer.picked.name, bytes: new Uint8Array(answer.picked.bytes) }
  },
  async saveFile(suggestedName, bytes) {
    const answer = saveAnswer.parse(await ipcRenderer.invoke(SAVE_FILE, { suggestedName, bytes }))
    if ('refused' in answer) throw new Error(answer.refused)
    return answer.savedAs
  },
}

contextBridge.exposeInMainWorld('quartet', host)
ipcRenderer.on(PORT_MESSAGE, ({ ports }) => window.postMessage(PORT_MESSAGE, window.location.origin, ports))
// By then the page's script has run and listens.
window.addEventListener('load', () => ipcRenderer.send(CONNECT))
