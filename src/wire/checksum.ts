export { checksum, isChecksumRight, sum, updateChecksum } from '#tcp/checksum.ts';
