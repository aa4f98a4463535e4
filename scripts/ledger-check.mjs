import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/ledger/main.ts')
