// Every component in every state on one page, under Vite's development server only: for the eye and for the axe test.
import '../../styles/tokens.css'
import '../../styles/base.css'
import '../../styles/floating.css'
import { createApp } from 'vue'
import { createRouter, createWebHashHistory } from 'vue-router'
import { applyAppearance } from '../useAppearance.ts'
import GalleryPage from './GalleryPage.vue'

applyAppearance(document.documentElement)
const router = createRouter({ history: createWebHashHistory(), routes: [{ path: '/:any(.*)*', component: GalleryPage }] })
createApp(GalleryPage).use(router).mount('#app')
