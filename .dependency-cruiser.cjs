/**
 * Which room may import which: the table in ARCHITECTURE.md, as errors.
 *
 * A rule says what is forbidden and why. Tests may reach further than the file they stand beside (a real database, a
 * planted fault), so the rules look at what is shipped; that nothing shipped imports a test is a rule of its own.
 */

/** The shipped files under `path`, less what `except` names. */
const room = (path, except = []) => ({ path, pathNot: ['\\.test\\.ts$', ...except] })

/** A package from the registry, however npm nests it. */
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`

/** Node's own modules, with and without their prefix. */
const node = (...names) => `^(node:)?(${names.join('|')})(/|$)`

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const LOCAL = '^src-(main|renderer)/'
const CORE_MODULES = ['core']

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
    forbid(
      'no-orphans',
      'A file that nothing imports and that imports nothing is left over.',
      { orphan: true, pathNot: ['\\.d\\.ts$', '\\.test\\.ts$'] },
      {},
    ),
    forbid('all-found', 'Every import leads to a file or an installed package.', {}, { couldNotResolve: true }),
    forbid(
      'only-declared-packages',
      'What is not in package.json is there by accident.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'shipped-code-needs-no-dev-package',
      'What runs at the officer’s desk is a dependency.',
      room(LOCAL, ['(^|/)(testing|fixtures)(/|\\.ts$)', '^src-main/hosts/electron/']),
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    ),
    forbid('tests-are-not-imported', 'A test is read by the test runner alone.', {}, { path: '\\.test\\.ts$' }),

    forbid(
      'api-is-alone',
      'The api is zod, the contract builder and its siblings.',
      room('^src-main/api/'),
      { pathNot: ['^src-main/api/', npm('zod', '@orpc/contract')] },
    ),
    forbid(
      'domain-is-pure',
      'The rules of the domain know only each other and the types of the api.',
      room('^src-main/domain/', ['^src-main/domain/testing/']),
      // Two texts laid over one another is no rule of the trade, and the library that does it is as pure as the domain.
      { pathNot: ['^src-main/domain/', '^src-main/api/', '^node_modules/diff/'] },
    ),
    forbid(
      'domain-takes-types-of-the-api',
      'The domain runs without the api.',
      room('^src-main/domain/'),
      { path: '^src-main/api/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'database-knows-no-feature',
      'The database is below the features; it may refuse in the words of the domain.',
      room('^src-main/database/'),
      { path: LOCAL, pathNot: ['^src-main/database/', '^src-main/domain/'] },
    ),
    forbid(
      'migrations-are-frozen',
      'A migration that imports the app changes when the app does.',
      room('^src-main/database/migrations/'),
      { path: LOCAL, pathNot: ['^src-main/database/migrations/'] },
    ),
    forbid(
      'better-sqlite3-in-the-database-only',
      'One room opens the file.',
      room(LOCAL, ['^src-main/database/']),
      { path: npm('better-sqlite3', '@types/better-sqlite3') },
    ),

    forbid(
      'features-stay-below-the-composition',
      'A feature knows its own folder, the api, the domain and the database.',
      room('^src-main/features/'),
      { path: LOCAL, pathNot: ['^src-main/(features|api|domain|database|papers|imports|sheets)/'] },
    ),
    forbid(
      'features-meet-in-queries-only',
      'Two nouns meet in the queries of one of them, or not at all.',
      room('^src-main/features/([^/]+)/'),
      { path: '^src-main/features/[^/]+/', pathNot: ['^src-main/features/$1/', '^src-main/features/[^/]+/[a-z-]*queries(\\.ts$|/)'] },
    ),
    forbid(
      'papers-from-their-feature-only',
      'Word is written where papers are made.',
      room('^src-main/', ['^src-main/papers/', '^src-main/features/(papers|exports|minutes|agendas|actions|decisions)/']),
      { path: '^src-main/papers/' },
    ),
    forbid(
      'imports-from-their-features-only',
      'Register files are read where they are imported.',
      room('^src-main/', ['^src-main/imports/', '^src-main/features/(imports|schools|past-meetings)/']),
      { path: '^src-main/imports/' },
    ),
    forbid(
      'sheets-from-exports-only',
      'Spreadsheets are written where lists are exported.',
      room('^src-main/', ['^src-main/sheets/', '^src-main/features/exports/']),
      { path: '^src-main/sheets/' },
    ),
    forbid(
      'papers-and-imports-are-plain',
      'Plain data in, bytes or a plan out: no workspace, no features.',
      room('^src-main/(papers|imports|sheets)/'),
      { path: LOCAL, pathNot: ['^src-main/(papers|imports|sheets)/', '^src-main/domain/', '^src-main/api/'] },
    ),
    forbid(
      'papers-and-imports-apart',
      'Reading a register, writing Word and writing spreadsheets have nothing to say to each other.',
      room('^src-main/(papers|imports|sheets)/'),
      { path: '^src-main/(papers|imports|sheets)/', pathNot: ['^src-main/$1/'] },
    ),
    forbid(
      'papers-and-imports-touch-no-disk',
      'Files come and go as bytes.',
      room('^src-main/(papers|imports|sheets)/', ['/testing/']),
      { path: node('fs', 'child_process') },
    ),

    forbid(
      'hosts-know-the-core-only',
      'A host carries messages; what they mean is the core’s business.',
      room('^src-main/hosts/'),
      { path: LOCAL, pathNot: ['^src-main/(hosts|api|domain)/', '^src-main/core\\.ts$'] },
    ),
    forbid(
      'hosts-apart',
      'Only the command line starts another host: the browser’s, to serve.',
      room('^src-main/hosts/([^/]+)/'),
      {
        path: '^src-main/hosts/[^/]+/',
        pathNot: ['^src-main/hosts/$1/', '^src-main/hosts/browser/serve\\.ts$'],
      },
    ),
    forbid(
      'nothing-imports-a-host',
      'The hosts are the outermost ring.',
      room(LOCAL, ['^src-main/hosts/']),
      { path: '^src-main/hosts/' },
    ),
    forbid(
      'electron-in-its-host-only',
      'Everything else runs, and is tested, without Electron.',
      room(LOCAL, ['^src-main/hosts/electron/']),
      { path: [npm('electron'), '^electron$'] },
    ),
    forbid(
      'network-in-the-browser-host-only',
      'Quartet talks to nobody; one host listens on the laptop itself.',
      room(LOCAL, ['^src-main/hosts/browser/']),
      { path: node('http', 'https', 'http2', 'net', 'tls', 'dgram') },
    ),

    forbid(
      'page-reaches-the-core-through-the-api',
      'The page knows what may be asked, not how it is answered.',
      room('^src-renderer/'),
      { path: '^src-main/', pathNot: ['^src-main/api/'] },
    ),
    forbid(
      'core-knows-no-page',
      'The core answers any host, with or without a page.',
      room('^src-main/'),
      { path: '^src-renderer/' },
    ),
    forbid('page-runs-without-node', 'The page runs in a sandbox.', room('^src-renderer/'), {
      dependencyTypes: CORE_MODULES,
    }),
    forbid(
      'page-features-apart',
      'A screen uses its own folder, the client, the design system and the api.',
      room('^src-renderer/features/([^/]+)/'),
      { path: '^src-renderer/features/[^/]+/', pathNot: ['^src-renderer/features/$1/'] },
    ),
    forbid(
      'ui-knows-no-business',
      'The design system could serve another app.',
      room('^src-renderer/ui/'),
      { path: [LOCAL, npm('@orpc', '@tanstack/vue-query')], pathNot: ['^src-renderer/(ui|styles)/'] },
    ),
    forbid(
      'lists-know-no-record',
      'What every list of records has: it is made of the client and the design system.',
      room('^src-renderer/lists/'),
      { path: '^src-renderer/', pathNot: ['^src-renderer/(lists|client|ui|styles)/'] },
    ),
    forbid(
      'client-knows-no-screen',
      'The client carries questions and answers.',
      room('^src-renderer/client/'),
      { path: '^src-renderer/', pathNot: ['^src-renderer/client/'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: a type from the wrong room is knowledge of the wrong room.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
