/** Container images: made the same each time, kept as an OCI layout, pushed to and pulled from a registry. */
export { type Credentials, credentialsFor } from './credentials.ts';
export { type Descriptor, digestOf, type Platform } from './descriptor.ts';
export { assembleImage, type Image, type ImageOrder } from './image.ts';
export { type Compression, type Layer, type LayerEntry, packLayer } from './layer.ts';
export { packLayout, readLayout, writeLayout } from './layout.ts';
export { parseReference, type Reference, referenceText } from './reference.ts';
export { type OnBytes, RegistryProblem, Repository } from './registry.ts';
export { unpackImage } from './unpack.ts';
