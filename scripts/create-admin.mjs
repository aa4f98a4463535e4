import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/admin/main.ts')
