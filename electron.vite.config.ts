import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const here = (path: string): string => join(import.meta.dirname, path)

/**
 * fflate, which unpacks workbooks, declares a `require` of its own at the top of its file, and electron-vite gives each chunk
 * that says `require` another. In a chunk of two declarations nothing would start, so the bundler's one serves both.
 */
const oneRequire: Plugin = {
  name: 'quartet:one-require',
  transform: (code, id) => (id.endsWith('fflate/esm/index.mjs') ? code.replace(/^var require = createRequire\('\/'\);$/m, '') : null),
}

/**
 * Everything is bundled, so that Quartet starts by reading a few files instead of hundreds. better-sqlite3 stays a
 * package because it brings a native library.
 */
export default defineConfig({
  main: {
    plugins: [oneRequire],
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          electron: here('src-main/hosts/electron/main.ts'),
          'core-process': here('src-main/hosts/electron/core-process.ts'),
          browser: here('src-main/hosts/browser/main.ts'),
          cli: here('src-main/hosts/cli/main.ts'),
          'workbook-worker': here('src-main/imports/workbook-worker.ts'),
        },
        external: ['better-sqlite3'],
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: here('src-main/hosts/electron/preload.ts') },
        // A sandboxed preload is read as CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    plugins: [vue()],
    build: {
      outDir: here('out/renderer'),
      // The Edge or Chrome that a council laptop has is older than Electron's own.
      target: 'es2022',
      minify: true,
      // Inlined assets would be data: addresses, which the content security policy refuses for styles and fonts.
      assetsInlineLimit: 0,
      // The charts come as one file, fetched only with the page that has them.
      chunkSizeWarningLimit: 600,
      rolldownOptions: { input: here('src-renderer/index.html') },
    },
  },
})
