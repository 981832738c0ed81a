/** So many voyages make a sea trial. By itself: a page says it long before it needs the network. */
export const VOYAGES = 40;
