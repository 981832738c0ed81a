import { STATES } from '#tcp/state.ts';
import { escapeText } from './svg.ts';

const EVENT_WORD = /\b(?:SYN|FIN|RST|ACK)(?:,(?:SYN|FIN|RST|ACK))*\b/;
/** State names first, so that the SYN of SYN-SENT keeps its ink. Longest first. */
const STATE_WORD = [...STATES].sort((a, b) => b.length - a.length).join('|');
/** A variable is no event, though SEG.ACK ends like one. */
const VARIABLE = /(?:SEG|SND|RCV)\.[A-Z]+/;
const WORDS = new RegExp(`(${STATE_WORD})|(${VARIABLE.source})|${EVENT_WORD.source}`, 'g');

/** The same text as HTML: events in their colours, states in the lettering of states. */
export function colourWords(text: string): string {
  return escapeText(text).replace(WORDS, (word, state?: string, variable?: string) => {
    if (state !== undefined) return `<span class="state">${state}</span>`;
    if (variable !== undefined) return word;
    const pen = ['rst', 'fin', 'syn', 'ack'].find((bit) => word.includes(bit.toUpperCase()));
    return `<b class="ev-${pen ?? 'ack'}">${word}</b>`;
  });
}
