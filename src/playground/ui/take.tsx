import { useState } from 'preact/hooks';
import { copyText } from '#figures/save/copy.ts';
import { fileName, offerFile } from '#figures/save/offer-file.ts';
import { writeAddress } from '../address/write.ts';
import { LONGEST } from '../address/read.ts';
import { clip } from '../model/clip.ts';
import { networkOf } from '../model/network.ts';
import { hostNames, type HostName } from '../model/setup.ts';
import { useGround } from './ground.ts';
import { hostTitleOf } from './names.ts';
import { useTexts } from './texts.ts';

/** What can be taken along: the address, a scenario, a script, a capture. */
export function Take() {
  const { desk, run } = useGround();
  const { t } = useTexts();
  const [said, say] = useState('');
  const { session, reached } = desk;
  const seen = () => clip(run.trace, reached);
  const link = location.href.replace(/#.*$/, '') + writeAddress(session, desk.now);
  const isLong = link.length > LONGEST;

  const share = async () => {
    if (isLong) return say(t('playground.take.long'));
    say(t((await copyText(link)) ? 'playground.take.copied' : 'playground.take.not-copied'));
  };
  const script = async (host: HostName) => {
    const { pktOf } = await import('#figures/save/pkt-of.ts');
    const pkt = pktOf(seen(), host);
    if (pkt === null) return say(t('playground.take.no-pkt'));
    offerFile(fileName(`playground ${host}`, 'pkt'), pkt, 'text/plain');
    say('');
  };
  const scenario = async () => {
    const { scenarioFile } = await import('../export/scenario-file.ts');
    const refused = new Set(run.refused.map(({ at }) => at));
    const deeds = session.deeds.filter(({ at }) => !refused.has(at));
    const text = scenarioFile({ ...session, deeds }, reached, 'playground');
    offerFile('playground.ts', text, 'text/plain');
    say('');
  };
  const capture = async () => {
    const { PCAPNG, pcapngOf, routersOf } = await import('#figures/save/pcapng-of.ts');
    const routers = routersOf({ network: networkOf(session.setup) });
    offerFile('playground.pcapng', pcapngOf(seen(), routers), PCAPNG);
    say('');
  };
  return (
    <section class="pg-set pg-take">
      <h2 class="cap">{t('playground.take')}</h2>
      <div class="pg-buttons">
        <button type="button" class="b s" onClick={() => void share()}>
          {t('playground.take.link')}
        </button>
        <button type="button" class="b s" onClick={() => void scenario()}>
          {t('playground.take.scenario')}
        </button>
        <button type="button" class="b s" onClick={() => void capture()}>
          {t('playground.take.pcapng')}
        </button>
        {hostNames(session.setup).map((host) => (
          <button key={host} type="button" class="b s" onClick={() => void script(host)}>
            {t('playground.take.pkt', { host: hostTitleOf(host, session.setup, t) })}
          </button>
        ))}
      </div>
      <p role="status">{said}</p>
      {said === t('playground.take.not-copied') && (
        <input
          class="pg-link"
          readOnly
          value={link}
          aria-label={t('playground.take.link')}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </section>
  );
}
