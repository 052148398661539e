import './styles/tokens.css'
import './styles/base.css'
import './styles/floating.css'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './App.vue'
// The client comes before the router: it takes the token out of the address, which then is the router's.
import { queryClient } from './client/query.ts'
import { router } from './router.ts'
import { applyAppearance } from './ui/useAppearance.ts'

applyAppearance(document.documentElement)
createApp(App).use(VueQueryPlugin, { queryClient }).use(router).mount('#app')
