import { hostedTrend } from '../src/modules.ts';

export default hostedTrend;
