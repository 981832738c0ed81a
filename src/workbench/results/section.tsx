import { useTexts } from '../bench/texts.ts';
import { placesOf, type Place } from './places.ts';

/** Where the RFCs say so: a link to each place. */
export function Section({ rfc }: { readonly rfc: string }) {
  const { t } = useTexts();
  return (
    <>
      {placesOf(rfc, t).map((place, i) => (
        <>
          {i > 0 && t('workbench.rfc.and')}
          <PlaceLink place={place} />
        </>
      ))}
    </>
  );
}

/** A place in an RFC, as a link if there is an address. */
export function PlaceLink({ place: { words, href } }: { readonly place: Place }) {
  if (href === null) return <>{words}</>;
  return (
    <a href={href} target="_blank" rel="noopener">
      {words}
    </a>
  );
}
