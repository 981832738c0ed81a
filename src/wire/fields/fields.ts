import { checksumsOf } from './checks.ts';
import { mapEthernet } from './ethernet.ts';
import { mapIp } from './ip.ts';
import { type FieldMap, type Link, type MapDraft, note, takeTo } from './map.ts';

/**
 * Reads octets as the fields of frame, packet and segment. It takes any octets whatever: what cannot
 * be read further is one field, and a problem says why. Each bit belongs to exactly one field.
 */
export function fieldsOf(octets: Uint8Array, link: Link): FieldMap {
  const draft: MapDraft = { octets, fields: [], layers: [], problems: [], at: 0 };
  if (link === 'ethernet') mapEthernet(draft);
  else {
    mapIp(draft, octets.length);
    takeTo(draft, 'data.after', octets.length);
  }
  const { fields, layers, problems } = draft;
  for (const { of, at, isRight } of checksumsOf(octets, layers)) {
    if (!isRight) note(draft, of === 'tcp' ? 'tcp-checksum' : 'ip-checksum', at);
  }
  problems.sort((a, b) => a.at - b.at);
  return { fields, layers, problems };
}
