import { databaseFrom } from './world.ts'

/** For tests of a first run: tables and nothing in them, on the test's own server; gone when the run ends. */
export const emptyDatabase = () => databaseFrom('saydo_tables')

/** Not even tables. */
export const bareDatabase = () => databaseFrom('template1')
