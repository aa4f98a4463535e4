import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/migrations/main.ts')
