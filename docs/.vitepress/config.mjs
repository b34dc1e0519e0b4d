// @ts-check
import { defineConfig } from 'vitepress';
import { included, pictures } from './included.mjs';
import { nav, sidebar } from './sidebar.mjs';
import { tokenize } from './tokenize.mjs';

export default defineConfig({
  title: 'mde-websocket',
  base: process.env.SITE_BASE ?? '/',
  // A plain file server, an object store too, has no rule that adds `.html`.
  cleanUrls: false,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  srcExclude: [
    ...['PROTOCOL', 'before-and-after', 'benchmarks', 'reliability', 'size'].map((name) => `${name}.md`),
    '*/reference/_*.md',
    'node_modules/**',
  ],
  locales: {
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      link: '/zh/',
      description: '小程序的 WebSocket 长连接：心跳、断线重连、消息排队',
      themeConfig: {
        nav: nav('zh'),
        sidebar: sidebar('zh'),
        outline: { level: [2, 3], label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '深色模式',
        lightModeSwitchTitle: '切换到浅色模式',
        darkModeSwitchTitle: '切换到深色模式',
        returnToTopLabel: '回到顶部',
        sidebarMenuLabel: '目录',
        langMenuLabel: '切换语言',
        skipToContentLabel: '跳到正文',
        notFound: { title: '没有这个页面', quote: '链接可能写错了，或者页面换了位置。', linkText: '回首页' },
      },
    },
    en: {
      label: 'English',
      lang: 'en',
      link: '/en/',
      description: 'A WebSocket connection for mini programs that stays up',
      themeConfig: { nav: nav('en'), sidebar: sidebar('en'), outline: { level: [2, 3] } },
    },
  },
  markdown: { config: included, languageAlias: { mjs: 'js', conf: 'nginx', cfg: 'txt' } },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize }, searchOptions: { combineWith: 'AND', prefix: true, fuzzy: false } },
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                displayDetails: '显示详情',
                resetButtonTitle: '清除',
                backButtonTitle: '关闭',
                noResultsText: '没有找到：',
                footer: { selectText: '打开', navigateText: '上下移动', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
  vite: {
    plugins: [pictures],
    server: { host: '127.0.0.1', fs: { allow: ['..'] } },
    preview: { host: '127.0.0.1' },
  },
});
