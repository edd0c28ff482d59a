/**
 * Where everybody begins. Apart from the other addresses: the pages that say that something broke come along with every
 * page, and bring what they import.
 */
export const homeLink = '/'
