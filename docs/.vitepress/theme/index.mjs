// @ts-check
// The font is the system's own: nothing is fetched, and none is shipped.
import DefaultTheme from 'vitepress/theme-without-fonts';
import './style.css';

export default { extends: DefaultTheme };
