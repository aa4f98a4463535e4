import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/migrations/new.ts')
