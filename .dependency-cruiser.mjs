/** The picture of the house: app → { components, db } → lib, and lib/kit ← domain ← contract ← http. */
const floor = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: typeof from === 'string' ? { path: from } : from,
  to: { path: to },
})
/** Tests, and what is there for them alone. */
const testing = '[.](test|requests)[.]ts$|/testing([.]ts$|/)'
const product = '^(app|components|lib|db|bin|e2e)/'

export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Imports run one way.',
      from: {},
      to: { circular: true },
    },
    floor(
      'components-know-no-database',
      '^components/',
      '^(app|db|bin|e2e)/',
      'What people see knows lib alone.',
    ),
    floor(
      'database-knows-no-screen',
      '^db/',
      '^(app|components|bin|e2e)/',
      'The half that speaks SQL knows lib alone.',
    ),
    floor('lib-is-the-ground', '^lib/', '^(app|components|db|bin|e2e)/', 'lib imports nothing above it.'),
    floor('app-is-the-top', '^(components|db|lib)/', '^app/', 'Nobody imports a route.'),
    floor('kit-knows-nothing', '^lib/kit/', '^lib/(domain|contract|http)/', 'kit is below the law.'),
    floor('domain-knows-kit', '^lib/domain/', '^lib/(contract|http)/', 'The law is below the contract.'),
    floor('contract-knows-no-wire', '^lib/contract/', '^lib/http/', 'Endpoints are below the wire.'),
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The law uses no package. Tests may use those named here.',
      from: { path: '^lib/domain/', pathNot: testing },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'core'] },
    },
    floor(
      'code-needs-no-tests',
      { path: '^(app|components|lib|db)/', pathNot: testing },
      '/testing/',
      'What runs imports nothing that is there for tests.',
    ),
    {
      name: 'contract-is-zod',
      severity: 'error',
      comment: 'Endpoints are plain data and zod shapes.',
      from: { path: '^lib/contract/', pathNot: testing },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'sql-lives-in-db',
      severity: 'error',
      comment: 'Only db speaks to PostgreSQL.',
      from: { path: product, pathNot: '^(db|bin)/|^app/_server/(auth|house[.]test|testing/house)' },
      to: { path: 'node_modules/(pg|postgres|drizzle-orm)/' },
    },
    {
      name: 'next-lives-in-app',
      severity: 'error',
      comment:
        'The router is known upstairs; links and navigation are the one thing components may use of it.',
      from: { path: '^(lib|db)/' },
      to: { path: 'node_modules/(next|react|react-dom)/' },
    },
    {
      name: 'stories-know-the-contract',
      severity: 'error',
      comment: 'Stories are told through the browser and the public API.',
      from: { path: '^e2e/' },
      to: { path: '^(app|components|db|bin|lib/(domain|http))/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data|\\.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
