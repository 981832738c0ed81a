import type { EditorKind } from './editor.ts';

/** What a browser tells of its device and its link. */
export interface Device {
  /** The finger is the main pointer. */
  readonly coarse: boolean;
  /** There is a mouse or the like. */
  readonly fine: boolean;
  readonly saveData: boolean;
  /** `navigator.connection.effectiveType`, where it is known. */
  readonly link: string | undefined;
}

const SLOW = ['slow-2g', '2g', '3g'];

/** The editor that suits a device. Screen readers do not show, so the choice stays the reader's. */
export function editorFor({ coarse, fine, saveData, link }: Device): EditorKind {
  const touch = coarse && !fine;
  const slow = saveData || (link !== undefined && SLOW.includes(link));
  return touch || slow ? 'light' : 'full';
}

/** Reads the device from the page's window. */
export function thisDevice(): Device {
  const { connection } = navigator as {
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  };
  return {
    coarse: matchMedia('(pointer: coarse)').matches,
    fine: matchMedia('(any-pointer: fine)').matches,
    saveData: connection?.saveData ?? false,
    link: connection?.effectiveType,
  };
}
