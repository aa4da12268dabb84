import type { Station } from '../topology';

/** The outline of each station's icon, in a square of 16. */
export const ICONS: Readonly<Record<Station, string>> = {
  guest: 'M2 2.5h12a.5.5 0 0 1 .5.5v8a.5.5 0 0 1-.5.5H2a.5.5 0 0 1-.5-.5V3a.5.5 0 0 1 .5-.5zM5 14h6M8 11.5V14',
  vif: 'M5.5 1.5V5M10.5 1.5V5M3.5 5h9v3a4.5 4.5 0 0 1-9 0zM8 12.5v2',
  device: 'M4.5 4.5h7v7h-7zM6.5 1.5v3M9.5 1.5v3M6.5 11.5v3M9.5 11.5v3M1.5 6.5h3M1.5 9.5h3M11.5 6.5h3M11.5 9.5h3',
  bridge: 'M1.5 5.5h12M10.5 2.5l3 3-3 3M14.5 10.5h-12M5.5 7.5l-3 3 3 3',
  switch:
    'M2 5h12a.5.5 0 0 1 .5.5v5a.5.5 0 0 1-.5.5H2a.5.5 0 0 1-.5-.5v-5A.5.5 0 0 1 2 5zM4 8h1M7.5 8h1M11 8h1M4 11v2M12 11v2',
  vlan: 'M2 2.5h5.5l6.5 6.3-5.7 5.7L2 8zM5 5.5h.01',
};
