import messages from '../../content/i18n/en.json' with { type: 'json' };
import { translator, type Messages } from './text.ts';

/** The English interface texts. Import it at build time only: it holds every text of the site. */
export const en: Messages = messages;

export const t = translator(en);

/** The language of `t`, for `lang` attributes and plural forms. */
export const LANG = 'en';
