import { simulate } from './simulated-seeds.ts'

simulate(0)
