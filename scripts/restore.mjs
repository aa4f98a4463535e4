import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/restore/main.ts')
