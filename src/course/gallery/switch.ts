/** The environment variable that is set for a build that is to have the gallery of figures. */
export const GALLERY_SWITCH = 'COURSE_GALLERY';
