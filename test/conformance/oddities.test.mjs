// @ts-check
import { lifeOn } from './oddities.mjs';
import { ODDITIES } from './subjects.mjs';

for (const subject of ODDITIES) lifeOn(subject);
