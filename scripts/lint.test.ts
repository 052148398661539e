import { ESLint } from 'eslint'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './toolchain.mjs'

const eslint = new ESLint({ cwd: root })

/** The rules that find fault with the text, as if it stood in that file. */
async function faults(file: string, text: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(text, { filePath: join(root, file) })
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
}

describe('lint', () => {
  it('finds types that are silenced, promises that are dropped and files that are too long', async () => {
    const file = 'src-main/domain/refusal.ts'
    expect(await faults(file, 'export const one = 1\n')).toEqual([])
    expect(await faults(file, 'export const one = (given: any): unknown => given\n')).toContain('@typescript-eslint/no-explicit-any')
    expect(await faults(file, 'export const one = (given: string[]): string => given[0]!\n')).toContain('@typescript-eslint/no-non-null-assertion')
    expect(await faults(file, 'export function one(): void {\n  Promise.resolve(1)\n}\n')).toContain('@typescript-eslint/no-floating-promises')
    expect(await faults(file, 'export const one: { two: string } = JSON.parse("{}")\n')).toContain('@typescript-eslint/no-unsafe-assignment')
    expect(await faults(file, 'export const one = 1\n'.padEnd(400, '\n'))).toContain('max-lines')
  })

  it('cannot be switched off from within a file', async () => {
    const text = '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const one = (given: any): unknown => given\n'
    expect(await faults('src-main/domain/refusal.ts', text)).toContain('@typescript-eslint/no-explicit-any')
  })

  it('lets no raw HTML into a component', async () => {
    const text = '<script setup lang="ts">\nconst { text } = defineProps<{ text: string }>()\n</script>\n\n<template>\n  <p v-html="text" />\n</template>\n'
    expect(await faults('src-renderer/App.vue', text)).toEqual(['vue/no-v-html'])
  })
})
