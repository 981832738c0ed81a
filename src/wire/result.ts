export { bad, ok, type Result, type WireError } from '#tcp/result.ts';
