// For tools that read TypeScript but not Vue files (the linter); vue-tsc reads the files themselves.
declare module '*.vue' {
  import type { Component } from 'vue'

  const component: Component
  export default component
}
