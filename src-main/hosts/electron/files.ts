/** Picks and saves files in the system's own dialogs. The page gets names and bytes, never a path. */
import { app, dialog, ipcMain } from 'electron'
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PICK_FILE, pickQuestion, SAVE_FILE, saveQuestion } from './channels.ts'
import type { PickAnswer, RefusedAnswer, SaveAnswer } from './channels.ts'
import { isOurPage } from './security.ts'

/** The national register is some 64 MB. */
const LARGEST_FILE = 256 * 1024 * 1024

/** Answers the page of the window, and no other sender. */
export function offerFiles(window: BrowserWindow): void {
  ipcMain.handle(PICK_FILE, (event, question: unknown) => (comesFrom(window, event) ? pickFile(window, question) : stranger))
  ipcMain.handle(SAVE_FILE, (event, question: unknown) => (comesFrom(window, event) ? saveFile(window, question) : stranger))
  window.on('closed', () => {
    ipcMain.removeHandler(PICK_FILE)
    ipcMain.removeHandler(SAVE_FILE)
  })
}

const stranger: RefusedAnswer = { refused: 'Only Quartet’s own page may pick and save files.' }

function comesFrom(window: BrowserWindow, event: IpcMainInvokeEvent): boolean {
  return event.sender === window.webContents && isOurPage(event)
}

async function pickFile(window: BrowserWindow, question: unknown): Promise<PickAnswer> {
  const { title, kinds } = pickQuestion.parse(question)
  const { filePaths } = await dialog.showOpenDialog(window, { title, filters: kinds, properties: ['openFile'] })
  const path = filePaths[0]
  if (path === undefined) return { picked: null }
  const name = basename(path)
  try {
    if ((await stat(path)).size > LARGEST_FILE) {
      return { refused: `"${name}" is larger than 256 MB, which no register file is: choose another file.` }
    }
    return { picked: { name, bytes: await readFile(path) } }
  } catch {
    return { refused: `"${name}" could not be read: close the program that has it open, or copy it to your own folder, then choose it again.` }
  }
}

async function saveFile(window: BrowserWindow, question: unknown): Promise<SaveAnswer> {
  const { suggestedName, bytes } = saveQuestion.parse(question)
  const { filePath } = await dialog.showSaveDialog(window, { defaultPath: join(app.getPath('documents'), plainName(suggestedName)) })
  if (!filePath) return { savedAs: null }
  // Written beside it and renamed, so that a full disk never leaves half a paper under the name of a whole one.
  const half = `${filePath}.part`
  try {
    await writeFile(half, bytes)
    await rename(half, filePath)
    return { savedAs: basename(filePath) }
  } catch {
    await rm(half, { force: true })
    return { refused: `"${basename(filePath)}" could not be saved there: close it in Word if it is open, or choose another folder.` }
  }
}

/** A name that Windows takes, without any folder. */
function plainName(name: string): string {
  return name.replace(/[\u0000-\u001f<>:"/\\|?*]/g, ' ').trim() || 'Quartet'
}
