// Who may need whom, then through which door. docs/ARCHITECTURE.md shows the same table; a test compares them.

/**
 * Every part of the house, in the order data walks. A part that is not listed here fails the check.
 *
 * @type {readonly { folder: string, mayNeed: readonly string[], because: string }[]}
 */
export const parts = [
  {
    folder: 'packages/kernel',
    mayNeed: [],
    because: 'The kernel binds modules it has never heard of, so it knows no horse and none of our parts.',
  },
  {
    folder: 'packages/wire',
    mayNeed: ['packages/kernel'],
    because: 'How a call crosses to another process is the same for every module, and known to none.',
  },
  {
    folder: 'packages/processes',
    mayNeed: ['packages/kernel', 'packages/wire'],
    because: 'It keeps whatever a program hands it running apart, and knows the kernel alone.',
  },
  {
    folder: 'packages/oci',
    mayNeed: [],
    because:
      'An image is a list of files and how to run one of them. It would do the same for another program.',
  },
  {
    folder: 'packages/signal',
    mayNeed: [],
    because: 'Signal processing is arrays in, arrays out. It stays usable and testable without the rest.',
  },
  {
    folder: 'packages/recordings',
    mayNeed: [],
    because:
      'A decoder turns bytes into a Recording. What is done with that later must not colour how it is read.',
  },
  {
    folder: 'packages/simulator',
    mayNeed: [],
    because: 'The simulator is the judge of the metrics: a mistake they shared would be invisible.',
  },
  {
    folder: 'packages/aggregation',
    mayNeed: ['packages/kernel', 'packages/recordings', 'packages/signal'],
    because: 'Aggregation turns one recording into metrics. It must run alone, so it needs no other module.',
  },
  {
    folder: 'packages/trend',
    mayNeed: ['packages/kernel', 'packages/aggregation'],
    because: 'Trend compares results that are there already. It is handed numbers and fetches nothing.',
  },
  {
    folder: 'packages/metric',
    mayNeed: ['packages/kernel', 'packages/aggregation'],
    because: 'What a plugin must honour to add metrics. It knows the result it adds to, and nobody who asks.',
  },
  {
    folder: 'packages/results',
    mayNeed: ['packages/kernel', 'packages/aggregation', 'packages/trend'],
    because: 'What is printed of a result is the same wherever it is printed. It computes nothing.',
  },
  {
    folder: 'packages/series',
    mayNeed: [],
    because:
      'Columns of numbers become a file, whatever was measured. Pages, programs and the command line share it.',
  },
  {
    folder: 'packages/storage',
    mayNeed: ['packages/kernel'],
    because: 'Each module brings its own tables; what keeps them safe knows none of them.',
  },
  {
    folder: 'packages/auth',
    mayNeed: ['packages/kernel', 'packages/storage'],
    because: 'Who somebody is must be answered before anything else, so it can need nothing else.',
  },
  {
    folder: 'packages/stable',
    mayNeed: ['packages/kernel', 'packages/storage', 'packages/auth'],
    because: 'Horses are there before their rides. It needs auth for the word principal, not to ask it.',
  },
  {
    folder: 'packages/sessions',
    mayNeed: [
      'packages/kernel',
      'packages/storage',
      'packages/auth',
      'packages/stable',
      'packages/aggregation',
      'packages/metric',
    ],
    because: 'A ride belongs to a horse and waits for its metrics. It alone writes results.',
  },
  {
    folder: 'packages/gateway',
    mayNeed: [
      'packages/kernel',
      'packages/storage',
      'packages/auth',
      'packages/stable',
      'packages/sessions',
      'packages/aggregation',
      'packages/trend',
      'packages/series',
    ],
    because:
      'The only part that faces the world. It asks the others by their contracts and decides nothing for them.',
  },
  {
    folder: 'packages/client',
    mayNeed: [],
    because: 'Any app may use it, so it knows the published OpenAPI file and nothing behind it.',
  },
  {
    folder: 'packages/dashboard',
    mayNeed: ['packages/client'],
    because:
      'The pages can do what any other app can: they have the public API, by its client, and no back door.',
  },
  {
    folder: 'services/compute',
    mayNeed: [
      'packages/kernel',
      'packages/wire',
      'packages/processes',
      'packages/aggregation',
      'packages/trend',
      'packages/results',
      'packages/series',
      'packages/storage',
    ],
    because: 'Computation for whoever has data: no accounts, no pages, no database.',
  },
  {
    folder: 'services/piaffe',
    mayNeed: [
      'packages/kernel',
      'packages/wire',
      'packages/processes',
      'packages/results',
      'services/compute',
      'packages/metric',
      'packages/aggregation',
      'packages/trend',
      'packages/simulator',
      'packages/series',
      'packages/storage',
      'packages/auth',
      'packages/stable',
      'packages/sessions',
      'packages/gateway',
    ],
    because: 'The executable binds the modules and talks to people. It neither decodes nor computes.',
  },
];

/** The one file that names the modules compiled in; it alone creates them. */
const composition = '^services/(piaffe/src/compose/|compute/src/modules\\.ts$)';

/** What must run before anything is installed; the launcher of the executable shares it. */
const bootstrap = '^tools/pinned-node\\.mjs$';

const ours = '^(packages|services|tools|benchmarks|acceptance)/';
const test = '\\.(test|fixture)\\.(ts|mjs)$';
const benchmarks = '^benchmarks/';

/** What turns sources into something to ship, and is not shipped itself. */
const buildTool = '^packages/[^/]+/[^/]+\\.config\\.mjs$';

/** Takes pictures of the pages with what their tests look at them with. */
const picturesOfPages = '^packages/dashboard/testing/take-screenshots\\.ts$';

/** What reads and writes the formats of others, from bytes in memory to bytes in memory. */
const formatLibraries = 'node_modules/(apache-arrow|saxes|yauzl|yazl)/';

/** Files that a tool begins with, not another file. */
const entries = [buildTool, picturesOfPages, '^packages/dashboard/src/main\\.tsx$'].join('|');

const simulator = '^packages/simulator/';

/** @param {string} folder */
const inside = (folder) => `^${folder}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
const configuration = {
  forbidden: [
    ...parts.map(({ folder, mayNeed, because }) => ({
      name: `${folder} needs ${mayNeed.join(', ') || 'nothing of ours'}`,
      comment: because,
      severity: /** @type {const} */ ('error'),
      from: { path: inside(folder), pathNot: test },
      to: { path: ours, pathNot: [...[folder, ...mayNeed].map(inside), bootstrap] },
    })),
    ...parts.map(({ folder, mayNeed, because }) => ({
      name: `tests of ${folder} may also need the simulator`,
      comment: `${because} Its tests may have truth to compare with, and no more.`,
      severity: /** @type {const} */ ('error'),
      from: { path: `${inside(folder)}.*${test}` },
      to: { path: ours, pathNot: [...[folder, ...mayNeed].map(inside), bootstrap, simulator] },
    })),
    {
      name: 'a package is entered by its door',
      comment:
        'The door is src/index.ts of a plain package, contract.ts of a module. What is behind it may change without asking.',
      severity: 'error',
      from: { path: '^(packages|services)/([^/]+)/' },
      to: {
        path: '^packages/',
        pathNot: [
          '^$1/$2/',
          '^packages/[^/]+/(src/index|contract|create)\\.ts$',
          '^packages/kernel/src/shape\\.ts$',
        ],
      },
    },
    {
      name: 'modules are created in one place',
      comment:
        'Only what composes a program imports a create.ts, and tests that need the real part. Everyone else has the contract, so a module can move to another process.',
      severity: 'error',
      from: { path: '^(packages|services)/([^/]+)/', pathNot: [composition, test] },
      to: { path: '^packages/[^/]+/create\\.ts$', pathNot: '^$1/$2/' },
    },
    {
      name: 'packages never need services',
      comment:
        'A service is put together from packages; the other way round there would be no part to take out.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^services/' },
    },
    {
      name: 'no circles',
      comment: 'Files that need each other can only be read, tested and changed together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no orphans',
      comment: 'A file nobody needs and that needs nobody is left over, or was forgotten to be wired in.',
      severity: 'error',
      from: { orphan: true, path: '^(packages|services)/', pathNot: [test, '\\.d\\.ts$', entries] },
      to: {},
    },
    {
      name: 'shipped code needs no tests',
      comment:
        'Tests are not shipped. Benchmarks are not either, and compare with the truth that tests compare with.',
      severity: 'error',
      from: { path: ours, pathNot: [test, benchmarks, picturesOfPages, '^acceptance/'] },
      to: { path: test },
    },
    {
      name: 'shipped code needs no development packages',
      comment: 'Development packages are not there where Piaffe runs.',
      severity: 'error',
      from: { path: '^(packages|services)/', pathNot: [test, buildTool, picturesOfPages] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'npm packages are declared',
      comment: 'A package that is there by luck, through somebody else, is gone when that somebody changes.',
      severity: 'error',
      // A benchmark measures with what the packages have.
      from: { path: ours, pathNot: '^benchmarks/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports are found',
      comment: 'An import that cannot be followed hides everything behind it from these rules.',
      severity: 'error',
      from: { path: ours },
      // The tool does not know it yet.
      to: { couldNotResolve: true, pathNot: '^ffi$' },
    },
    {
      name: 'the kernel needs typebox and the API of OpenTelemetry alone',
      comment: 'Small, optional and readable: each package below the kernel is below everything.',
      severity: 'error',
      from: { path: inside('packages/kernel'), pathNot: test },
      to: { dependencyTypes: ['npm'], pathNot: '/(typebox|@opentelemetry/api)/' },
    },
    {
      name: 'pure packages need no system, and npm packages only for formats',
      comment:
        'No clock, file or network: the same input gives the same output, on any machine. Only libraries for the file formats of others may be needed, and what lets others have their turn.',
      severity: 'error',
      from: { path: '^packages/(signal|recordings|simulator)/', pathNot: test },
      to: {
        dependencyTypes: ['npm', 'core'],
        pathNot: [formatLibraries, '^(node:)?(buffer|stream|timers/promises|zlib)$'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/dashboard/dist' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    preserveSymlinks: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
};

export default configuration;
