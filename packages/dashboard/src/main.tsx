import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'uplot/dist/uPlot.min.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/pages.css';
import './styles/session.css';
import { App } from './app/app.tsx';
import { loadNewPages } from './app/load-new-pages.ts';
import { language } from './language/language.ts';

document.documentElement.lang = language;
loadNewPages();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
