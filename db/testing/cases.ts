import { configureGlobal, readConfigureGlobal } from 'fast-check'

/**
 * The cases of property tests are drawn from one seed: a run judges the change that was made, not its luck. Other
 * cases look for unknown faults, `CASES=random npx vitest run`, or repeat a run that failed, `CASES=-260073764`.
 */
const wanted = process.env['CASES']

if (wanted !== 'random') configureGlobal({ ...readConfigureGlobal(), seed: Number(wanted ?? 20_260_301) })
