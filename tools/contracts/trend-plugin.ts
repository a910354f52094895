// Trend as a plugin file, for the releases.
export { hostedTrend as default } from '../../services/compute/src/modules.ts';
