import { hostedTrend } from '../src/modules.ts';

// biome-ignore lint/style/noDefaultExport: it is by its default export that a plugin is found
export default hostedTrend;
