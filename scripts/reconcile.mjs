import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/reconcile/main.ts')
