import type { Database, Migrations, Reference } from '@piaffe/storage';
import { demoMigrations } from '../demo/migrations.ts';

/** The tables of all modules, and those of the demo stable. */
export async function allMigrations(): Promise<Migrations> {
  const [auth, stable, sessions] = await Promise.all([
    import('@piaffe/auth/create'),
    import('@piaffe/stable/create'),
    import('@piaffe/sessions/create'),
  ]);
  return {
    auth: auth.migrations,
    stable: stable.migrations,
    sessions: sessions.migrations,
    demo: demoMigrations,
  };
}

/** Every blob that a module refers to, in words for whoever runs the server. */
export async function* allReferences(database: Database): AsyncGenerator<Reference> {
  const { referencedBlobs } = await import('@piaffe/sessions/create');
  for await (const { sha256, neededBy, id } of referencedBlobs(database)) {
    yield { sha256, what: neededBy === 'recording' ? `Recording ${id}` : `The ${neededBy} ${id}` };
  }
}
