import { type ReactNode, useEffect, useRef } from 'react';

/** Actions behind one button. It closes by Escape, by a click elsewhere, and once one was chosen. */
export function Menu({
  label,
  className,
  button,
  children,
}: {
  label: string;
  className?: string;
  button: ReactNode;
  children: ReactNode;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const element = menu.current;
      if (!element?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        element.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && element.contains(event.target)) return;
      element.open = false;
    };
    addEventListener('pointerdown', close);
    addEventListener('keydown', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={menu} className="menu">
      <summary className={className} aria-label={label} title={label}>
        {button}
      </summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the entries are buttons and links, which the keyboard clicks */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: closes what was chosen from */}
      <div
        className="entries"
        onClick={() => {
          if (menu.current) menu.current.open = false;
        }}
      >
        {children}
      </div>
    </details>
  );
}
