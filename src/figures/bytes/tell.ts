import type { ChecksumCheck } from '#wire/fields/checks.ts';
import type { Field } from '#wire/fields/map.ts';
import type { Translator } from '#text/text.ts';
import { lengthCheck } from './edit.ts';
import { isSame } from './history.ts';
import type { BytesModel } from './model.ts';
import { fieldName, octetCount, problemText } from './names.ts';
import { differs, hexNumber, shownValue } from './value.ts';

/** More fields than this are counted, not named. */
const MOST_NAMED = 3;

/** What a change made of the octets, in sentences: which fields, and what is right or wrong now. */
export function tellChange(
  before: BytesModel,
  after: BytesModel,
  t: Translator,
): readonly string[] {
  if (isSame(before.octets, after.octets)) return [t('bytes.told.same')];
  return [
    ...tellFields(before, after, t),
    ...tellLength(before, after, t),
    ...tellProblems(before, after, t),
    ...after.checks.map((check) => tellCheck(before, check, t)),
  ];
}

function tellFields(before: BytesModel, after: BytesModel, t: Translator): readonly string[] {
  const changed = after.map.fields.filter(
    (field, n) =>
      isSamePlace(field, before.map.fields[n]) && differs(before.octets, after.octets, field),
  );
  const told =
    changed.length > MOST_NAMED
      ? [t('bytes.told.many', { n: changed.length })]
      : changed.map((field) => tellField(before, after, field, t));
  if (isLaidOutAlike(before, after)) return told;
  const [was, now] = [before.octets.length, after.octets.length];
  const size = was === now ? [] : [t('bytes.told.size', { now: octetCount(now, t), was })];
  return [...told, ...size, t('bytes.told.moved')];
}

function tellField(before: BytesModel, after: BytesModel, field: Field, t: Translator): string {
  const name = fieldName(field, t);
  const [was = '', now = ''] = [before, after].map(({ octets }) => shownValue(octets, field, t));
  // Of a long field only the beginning is shown: what changed may lie behind it.
  return was === now ? t('bytes.told.inside', { name }) : t('bytes.told.field', { name, now, was });
}

/** Are all fields where they were? */
function isLaidOutAlike({ map: a }: BytesModel, { map: b }: BytesModel): boolean {
  return (
    a.fields.length === b.fields.length &&
    a.fields.every((field, n) => isSamePlace(field, b.fields[n]))
  );
}

function isSamePlace({ name, bit, bits, option }: Field, other: Field | undefined): boolean {
  return (
    name === other?.name && bit === other.bit && bits === other.bits && option === other.option
  );
}

function tellLength(before: BytesModel, after: BytesModel, t: Translator): readonly string[] {
  const [was, now] = [lengthCheck(before), lengthCheck(after)];
  if (now === null || was?.isRight === now.isRight) return [];
  const values = { said: now.said, wanted: now.wanted };
  return [t(now.isRight ? 'bytes.told.length-right' : 'bytes.told.length-wrong', values)];
}

function tellProblems(before: BytesModel, after: BytesModel, t: Translator): readonly string[] {
  const known = new Set(before.map.problems.map(({ kind }) => kind));
  return after.map.problems
    .filter(({ kind }) => !known.has(kind) && !/checksum$|^ip-cut$/.test(kind))
    .map((problem) => problemText(problem, t));
}

/** Right or wrong, and whether that is new; where nothing changed that it covers, that too. */
function tellCheck({ checks }: BytesModel, now: ChecksumCheck, t: Translator): string {
  const was = checks.find(({ of }) => of === now.of);
  const name = t(`bytes.check.${now.of}`);
  const values = { name, said: hexNumber(now.said, 16), wanted: hexNumber(now.wanted, 16) };
  if (!now.isRight) return t('bytes.told.wrong', values);
  if (was?.isRight === false) return t('bytes.told.right-now', values);
  const isUntouched =
    was !== undefined &&
    was.said === now.said &&
    was.parts.every(({ octets }, n) => isSame(octets, now.parts[n]?.octets ?? new Uint8Array()));
  return t(isUntouched ? 'bytes.told.uncovered' : 'bytes.told.still-right', values);
}
