import { Component, type ReactNode } from 'react';
import { words } from './words.ts';

/** A page that broke says so, and the way out of it still works. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broke: boolean }> {
  override state = { broke: false };

  static getDerivedStateFromError() {
    return { broke: true };
  }

  override render() {
    if (!this.state.broke) return this.props.children;
    return (
      <div className="card stack" role="alert">
        <h1>{words.brokeTitle}</h1>
        <p>{words.broke}</p>
        <p>
          <button type="button" className="button" onClick={() => location.reload()}>
            {words.reload}
          </button>
        </p>
      </div>
    );
  }
}
