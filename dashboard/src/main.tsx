import { render } from 'preact';
import { watchVisibility } from './api/use-reading';
import { App } from './app/App';
import { listenToKeys } from './keys/keyboard';
import { followLinks } from './state/location';
import { startClock } from './state/now';
import { loadPrefs } from './state/prefs';
import './styles/index.css';

loadPrefs();
followLinks();
listenToKeys();
startClock();
watchVisibility();

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element with the id "app"');
render(<App />, root);
