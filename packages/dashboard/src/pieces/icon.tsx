/** Drawn on a grid of 24. */
const paths = {
  add: 'M12 5v14M5 12h14',
  edit: 'M4 20h4L19 9l-4-4L4 16v4zM13.5 6.5l4 4',
  upload: 'M12 16V4m0 0L7 9m5-5 5 5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3',
  download: 'M12 4v12m0 0 5-5m-5 5-5-5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  done: 'M5 12.5 10 17.5 19.5 7',
  close: 'M6 6l12 12M18 6 6 18',
  remove: 'M4 7h16M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  trim: 'M6 3v18M18 3v18M10 12h4M10 12l2-2M10 12l2 2M14 12l-2-2M14 12l-2 2',
  merge: 'M7 4v5c0 3 5 3 5 7v4M17 4v5c0 3-5 3-5 7',
  split: 'M12 4v5c0 4-5 3-5 7v4M12 9c0 4 5 3 5 7v4',
  move: 'M4 8h13m0 0-4-4m4 4-4 4M20 16H7m0 0 4-4m-4 4 4 4',
  up: 'M12 19V5m0 0-6 6m6-6 6 6',
  down: 'M12 5v14m0 0 6-6m-6 6-6-6',
  level: 'M5 12h14m0 0-5-5m5 5-5 5',
  horses: 'M5 20v-6c0-5 3-9 8-10l1-2 2 2.5c2 .8 3 3 4 6l-2.5 2-3-1.5C13 12 14 15 15 16.5V20',
  wait: 'M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  warn: 'M12 4 2.5 20h19L12 4zM12 10v4M12 17.3v.01',
  back: 'M15 5l-7 7 7 7',
  note: 'M5 4h14v11l-5 5H5V4zM14 20v-5h5M8.5 9h7M8.5 13h3',
  pin: 'M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  whole: 'M4 12h16M4 12l4-4M4 12l4 4M20 12l-4-4M20 12l-4 4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  leave: 'M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9',
  heart:
    'M12 20s-7.5-4.6-7.5-10.3C4.5 6.9 6.5 5 8.7 5c1.5 0 2.6.8 3.3 2 .7-1.2 1.8-2 3.3-2 2.2 0 4.2 1.9 4.2 4.7C19.5 15.4 12 20 12 20z',
  print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7v-6z',
  compare: 'M4 8h10M4 12h16M4 16h7',
  jump: 'M4 18c2-8 5-12 8-12s6 4 8 12M12 20v-6',
  copy: 'M9 9h11v11H9V9zM5 15H4V4h11v1',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words or in a control that has a label: never alone. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark of Piaffe: a trot on the spot. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#1f5c4d" />
      <path
        d="M5 21c2.6 0 2.6-10 5.5-10S13.4 21 16 21s2.6-10 5.5-10S24.4 21 27 21"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
