import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/admin/create.ts')
