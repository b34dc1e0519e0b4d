// @ts-check
/**
 * What a host may report of a socket, each seen in the wild; the emulators' README has the sources.
 *
 * @type {{ name: string, zh: string, quirks: Record<string, any> }[]}
 */
export const BEHAVIOURS = [
  { name: 'everything as documented', zh: '一切如文档所述', quirks: {} },
  {
    name: 'a refused connection: an error, never a close',
    zh: '连接被拒：只有 error，没有 close',
    quirks: { refusedEvents: 'error' },
  },
  {
    name: 'a refused connection: nothing at all',
    zh: '连接被拒：什么都不报',
    quirks: { refusedEvents: 'none' },
  },
  {
    name: 'a lost link: an error, never a close',
    zh: '断线：只有 error，没有 close',
    quirks: { lossEvents: 'error' },
  },
  {
    name: 'a lost link: nothing, and a close() that is never confirmed',
    zh: '断线：什么都不报，close() 也没有回音',
    quirks: { lossEvents: 'none', deafClose: true },
  },
  {
    name: 'events without a payload',
    zh: '事件不带内容',
    quirks: { closePayload: 'undefined', undefinedPayloads: true },
  },
  { name: 'events told twice', zh: '事件报两遍', quirks: { duplicateEvents: true } },
];
