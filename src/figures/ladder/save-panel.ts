import type { Translator } from '#text/text.ts';
import { copyLate, copyText } from '../save/copy.ts';
import { fileName, offerFile } from '../save/offer-file.ts';
import { hostInSentence, hostTitle } from './hosts.ts';
import type { Live } from './live.ts';
import { escapeText } from './svg.ts';

/** What a figure can be saved as. `pkt` is of one host. */
type Kind = 'pkt' | 'svg' | 'png' | 'pcapng';

/** A file. */
interface Made {
  readonly name: string;
  readonly type: string;
  readonly data: string | Uint8Array | Blob;
}

/** Thrown where a figure cannot be saved so; the message is for the reader. */
class NotSaved extends Error {}

/** Fills the panel: copies as .pkt, SVG and PNG, and the capture as a file. */
export async function mountSave(panel: HTMLElement, live: Live) {
  const { t } = live;
  panel.innerHTML = saveHtml(live.run.trace.hosts, t);
  const status = panel.querySelector<HTMLElement>('.saved');
  const instead = panel.querySelector<HTMLButtonElement>('.instead');
  let refused: Made | null = null;

  const say = (text: string, made: Made | null = null) => {
    if (status) status.textContent = text;
    refused = made;
    if (instead === null) return;
    instead.hidden = made === null;
    instead.textContent = made === null ? '' : t('save.instead', { name: made.name });
  };
  const download = ({ name, data, type }: Made) => {
    offerFile(name, data, type);
    say(t('save.downloaded', { name }));
  };

  const save = async (act: string, kind: Kind, host: string) => {
    say('');
    try {
      const made = make(kind, host, live, act === 'download');
      if (act === 'download') return download(await made);
      if (await copied(kind, made)) return say(t('save.copied', { what: t(`save.as.${kind}`) }));
      say(t('save.refused'), await made);
    } catch (error) {
      say(error instanceof NotSaved ? error.message : t(`save.failed.${kind}`));
    }
  };

  panel.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null) return;
    if (button === instead) {
      if (refused !== null) download(refused);
      // The button is gone, and the focus with it.
      return panel.querySelector<HTMLElement>('[data-act="download"]')?.focus();
    }
    const { act = '', kind = '', host = '' } = button.dataset;
    void save(act, kind as Kind, host);
  });
  // What is saved is made when it is asked for.
  return { update: () => {} };
}

/** Asks the browser at once, though the data come later. */
async function copied(kind: Kind, made: Promise<Made>): Promise<boolean> {
  const type = kind === 'png' ? 'image/png' : 'text/plain';
  const blob = made.then(({ data }) => new Blob([data as BlobPart], { type }));
  if (await copyLate(type, blob)) return true;
  // Some browsers wait for pictures, but not for texts.
  const { data } = await made;
  return typeof data === 'string' && copyText(data);
}

async function make(kind: Kind, host: string, live: Live, isFile: boolean): Promise<Made> {
  const { id, scenario } = live;
  const { trace } = live.run;
  const name = (ending: string) => fileName(id === '' ? scenario.id : id, ending);
  if (kind === 'pcapng') {
    const { pcapngOf, PCAPNG, routersOf } = await import('../save/pcapng-of.ts');
    return { name: name('pcapng'), type: PCAPNG, data: pcapngOf(trace, routersOf(scenario)) };
  }
  if (kind === 'pkt') {
    const { pktOf } = await import('../save/pkt-of.ts');
    const pkt = pktOf(trace, host, { title: scenario.id });
    if (pkt === null) {
      const title = trace.hosts.find((each) => each.name === host)?.title ?? host;
      throw new NotSaved(live.t('save.failed.pkt', hostInSentence(title, live.t)));
    }
    return { name: fileName(`${scenario.id}-${host}`, 'pkt'), type: 'text/plain', data: pkt };
  }
  const svg = live.drawing();
  if (svg === null) throw new Error('No drawing is shown.');
  if (kind === 'svg') {
    const [{ svgFile }, { facesOf }] = await Promise.all([
      import('../save/svg-file.ts'),
      import('../save/faces.ts'),
    ]);
    // A file looks everywhere as it does here; what is pasted is to be read and changed.
    const faces = isFile ? await facesOf(svg) : '';
    return { name: name('svg'), type: 'image/svg+xml', data: svgFile(svg, faces) };
  }
  const { pngFile } = await import('../save/png-file.ts');
  return { name: name('png'), type: 'image/png', data: await pngFile(svg) };
}

interface HostTitle {
  readonly name: string;
  readonly title: string;
}

/** The buttons: every form of the figure, to the clipboard or as a file. */
export function saveHtml(hosts: readonly HostTitle[], t: Translator): string {
  const button = (act: string, kind: Kind, label: string, host = '') =>
    `<button type="button" class="b s" data-act="${act}" data-kind="${kind}" data-host="${escapeText(host)}">${escapeText(label)}</button>`;
  const scripts = (act: string) =>
    hosts.map(({ name, title }) =>
      button(act, 'pkt', t('save.pkt', { host: hostTitle(title, t) }), name),
    );
  const row = (act: string, buttons: readonly string[]) =>
    `<div role="group" aria-label="${escapeText(t(`save.${act}`))}"><span class="cap" aria-hidden="true">${escapeText(t(`save.${act}`))}</span>${buttons.join('')}</div>`;
  const pictures = (act: string) => [
    button(act, 'svg', t('save.as.svg')),
    button(act, 'png', t('save.as.png')),
  ];
  return [
    row('copy', [...scripts('copy'), ...pictures('copy')]),
    row('download', [
      button('download', 'pcapng', t('save.as.pcapng')),
      ...scripts('download'),
      ...pictures('download'),
    ]),
    '<p class="saved" role="status"></p>',
    '<button type="button" class="b s instead" hidden></button>',
  ].join('');
}
