import { survivesEach } from './each-fault.ts'

survivesEach(0)
