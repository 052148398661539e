/** Where the window stood last, so that it opens there again. */
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const place = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximised: z.boolean(),
})
export type Place = z.infer<typeof place>

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** As much of the title bar as it takes to catch a window by. */
const HOLD = 100

/**
 * The place kept in `file`, or `null` where there is none, it cannot be read, or it lies on a screen that is gone.
 *
 * @param screens the screens' areas for windows
 */
export function readPlace(file: string, screens: readonly Rectangle[]): Place | null {
  const kept = place.safeParse(jsonIn(file))
  return kept.success && screens.some((screen) => canCatch(kept.data, screen)) ? kept.data : null
}

/** Forgets silently where the folder cannot be written: a window's place is not worth a message. */
export function keepPlace(file: string, kept: Place): void {
  try {
    writeFileSync(file, JSON.stringify(kept))
  } catch {
    return
  }
}

function canCatch(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return across >= HOLD && window.y >= screen.y && window.y <= screen.y + screen.height - HOLD
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
