import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/audit/main.ts')
