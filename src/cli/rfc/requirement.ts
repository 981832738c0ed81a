/** A rule that the table must account for. */
export interface Requirement {
  /** `MUST-13`, `3.10.7.4/5`, `RFC5961/3.2`, `impl/FIN-WAIT-2`. */
  readonly id: string;
  /** Where it stands: `RFC 9293 §3.6.1`. */
  readonly source: string;
  /** What becomes of it here; what is followed, be it in part, needs a rule and a test. */
  readonly scope: 'followed' | 'in part' | 'deviation' | 'out of scope';
  /** What it asks for, where the interface texts have no `rule.<id>`. */
  readonly meaning: string | null;
  /** Why it is out of scope, or what of it is not followed and why; `null` for the followed. */
  readonly reason: string | null;
}

/** Requirements of a section of RFC 9293 that the engine follows. */
export function followed(section: string, ...ids: readonly string[]): readonly Requirement[] {
  const source = `RFC 9293 §${section}`;
  return ids.map((id) => ({ id, source, scope: 'followed', meaning: null, reason: null }));
}

/** Requirements of RFC 9293 that this course leaves out, for one reason; each with what it asks for. */
export function outOfScope(
  reason: string,
  rows: readonly (readonly [section: string, id: string, meaning: string])[],
): readonly Requirement[] {
  return rows.map(([section, id, meaning]) => {
    return { id, source: `RFC 9293 §${section}`, scope: 'out of scope', meaning, reason };
  });
}

/** A requirement of RFC 9293 that the engine follows in part; `reason` tells what it leaves out. */
export function inPart(section: string, id: string, reason: string): readonly Requirement[] {
  return [{ id, source: `RFC 9293 §${section}`, scope: 'in part', meaning: null, reason }];
}

/** A requirement of RFC 9293 that the engine does not follow. */
export function deviates(
  section: string,
  id: string,
  meaning: string,
  reason: string,
): readonly Requirement[] {
  return [{ id, source: `RFC 9293 §${section}`, scope: 'deviation', meaning, reason }];
}

/** Rules of another RFC that the engine follows, by their sections: `RFC6298/5.1`. */
export function followedIn(rfc: number, ...sections: readonly string[]): readonly Requirement[] {
  return sections.map((section) => ({
    id: `RFC${rfc}/${section}`,
    source: `RFC ${rfc} §${section}`,
    scope: 'followed',
    meaning: null,
    reason: null,
  }));
}
