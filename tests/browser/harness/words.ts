import { t } from '#text/en.ts';

/** The words of an interface text up to the value `name`: what a test can look for. */
export function wordsBefore(key: string, name: string): string {
  return (
    t(key, { [name]: '\0' })
      .split('\0')[0]
      ?.trim() ?? ''
  );
}
