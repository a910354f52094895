import { type Descriptor, describe, jsonBytes, mediaTypes, type Platform } from './descriptor.ts';
import type { Layer } from './layer.ts';

/** An image as it is stored and sent: a manifest and the blobs that it names. */
export interface Image {
  readonly manifest: Descriptor;
  /** By digest, the manifest among them. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

export interface ImageOrder {
  readonly platform: Platform;
  /** The lowest first. */
  readonly layers: readonly Layer[];
  /** When what is in it was made, ISO 8601: of the sources, so that it is the same each time. */
  readonly created: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly run: {
    readonly entrypoint: readonly string[];
    readonly words: readonly string[];
    readonly variables: Readonly<Record<string, string>>;
    /** Its number, as there need be no names. */
    readonly user: number;
    readonly folder: string;
    readonly ports: readonly number[];
    readonly volumes: readonly string[];
  };
}

/** OCI image specification 1.1: configuration and manifest. */
export function assembleImage({ platform, layers, created, labels, run }: ImageOrder): Image {
  const config = jsonBytes({
    created,
    ...platform,
    config: {
      User: `${run.user}:${run.user}`,
      ExposedPorts: Object.fromEntries(run.ports.map((port) => [`${port}/tcp`, {}])),
      Env: Object.entries(run.variables).map(([name, value]) => `${name}=${value}`),
      Entrypoint: run.entrypoint,
      Cmd: run.words,
      Volumes: Object.fromEntries(run.volumes.map((path) => [path, {}])),
      WorkingDir: run.folder,
      Labels: labels,
    },
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
  });
  const manifest = jsonBytes({
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: describe(config, mediaTypes.config),
    layers: layers.map(({ descriptor }) => descriptor),
    annotations: labels,
  });
  const described = describe(manifest, mediaTypes.manifest);
  return {
    manifest: { ...described, platform },
    blobs: new Map<string, Uint8Array>([
      ...layers.map(({ descriptor, bytes }) => [descriptor.digest, bytes] as const),
      [describe(config, mediaTypes.config).digest, config],
      [described.digest, manifest],
    ]),
  };
}

/** What a manifest needs, its configuration first. Throws where it is no manifest of an image. */
export function neededBy(manifest: Uint8Array): readonly Descriptor[] {
  const { config, layers } = JSON.parse(Buffer.from(manifest).toString()) as {
    config?: Descriptor;
    layers?: readonly Descriptor[];
  };
  if (config === undefined || layers === undefined) throw new Error('It is no manifest of an image.');
  return [config, ...layers];
}
