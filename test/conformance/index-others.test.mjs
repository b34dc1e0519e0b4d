// @ts-check
import { conformance } from './conformance.mjs';
import { OTHER_HOSTS } from './subjects.mjs';

conformance('index', OTHER_HOSTS);
