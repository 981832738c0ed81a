import { useState } from 'preact/hooks';
import type { Segment } from '#tcp';
import type { Forgery } from '#scenario/scenario.ts';
import { FORGED_BITS } from '../address/write.ts';
import { into, isText } from '../model/limits.ts';
import { DeedButton } from './deed-button.tsx';
import { useTexts } from './texts.ts';

const bitOf = (bit: (typeof FORGED_BITS)[number]) => bit.toLowerCase() as 'syn';

const flagsOf = ({ ctl }: Segment): string =>
  FORGED_BITS.filter((bit) => ctl[bitOf(bit)]).join(',');

/** Other values for the fields of a segment, which then goes on in the stead of what was sent. */
export function EditForm({ segment, seg }: { readonly segment: string; readonly seg: Segment }) {
  const { t } = useTexts();
  const [forged, setForged] = useState<Forgery>({});
  const flags = forged.flags ?? flagsOf(seg);
  const set = (change: Forgery) => setForged({ ...forged, ...change });
  const number = (key: 'seq' | 'ack' | 'wnd') => (
    <label>
      <span>{t(`playground.edit.${key}`)}</span>
      <input
        type="number"
        min={0}
        value={forged[key] ?? seg[key]}
        onChange={({ currentTarget: { valueAsNumber } }) =>
          set({ [key]: into(key === 'wnd' ? 'window' : 'seq', valueAsNumber) })
        }
      />
    </label>
  );
  return (
    <div class="pg-edit">
      {number('seq')}
      {number('ack')}
      {number('wnd')}
      <fieldset>
        <legend>{t('playground.edit.flags')}</legend>
        {FORGED_BITS.map((bit) => (
          <label key={bit}>
            <input
              type="checkbox"
              checked={flags.split(',').includes(bit)}
              onChange={({ currentTarget: { checked } }) => {
                const on = FORGED_BITS.filter((each) =>
                  each === bit ? checked : flags.split(',').includes(each),
                );
                set({ flags: on.join(',') });
              }}
            />
            {bit}
          </label>
        ))}
      </fieldset>
      <label class="wide">
        <span>{t('playground.edit.text')}</span>
        <input
          value={forged.text ?? new TextDecoder('latin1').decode(seg.data)}
          maxLength={2000}
          onInput={({ currentTarget: { value } }) => {
            if (value === '' || isText(value)) set({ text: value });
          }}
        />
      </label>
      {Object.keys(forged).length > 0 ? (
        <DeedButton deed={{ do: 'edit', segment, forgery: forged }}>
          {t('playground.edit.go')}
        </DeedButton>
      ) : (
        <p>{t('playground.edit.nothing')}</p>
      )}
    </div>
  );
}
