const COLOURS = { connecting: '#b26a00', open: '#17803d', waiting: '#b3261e', closed: '#8a8f98' };
const INK = { sent: '#1d4ed8', received: '#222', note: '#6b7280', error: '#b3261e' };
const MARGIN = 16;
const TOP = 60;
const LINE = 26;

/** The screen of the game: a bar, three rows of buttons, and what was said, the newest first. */
module.exports = function createScreen(buttons) {
  const { windowWidth: width, windowHeight: height, pixelRatio } = wx.getSystemInfoSync();
  const canvas = wx.createCanvas();
  const pen = canvas.getContext('2d');
  canvas.width = width * pixelRatio;
  canvas.height = height * pixelRatio;
  pen.scale(pixelRatio, pixelRatio);

  const places = buttons.map((button, index) => ({
    button,
    x: MARGIN,
    y: TOP + 52 + index * 48,
    width: width - 2 * MARGIN,
    height: 40,
  }));

  wx.onTouchStart(({ touches }) => {
    const { clientX, clientY } = touches[0];
    const hit = places.find(({ x, y, ...size }) => {
      return clientX >= x && clientX <= x + size.width && clientY >= y && clientY <= y + size.height;
    });
    if (hit) hit.button.press();
  });

  function box(colour, x, y, boxWidth, boxHeight) {
    pen.fillStyle = colour;
    pen.fillRect(x, y, boxWidth, boxHeight);
  }

  function write(colour, text, x, y) {
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
  }

  return function draw({ state, latency, lines }) {
    pen.font = '15px sans-serif';
    pen.textBaseline = 'middle';
    box('#f4f5f7', 0, 0, width, height);

    box(COLOURS[state], MARGIN, TOP, width - 2 * MARGIN, 44);
    write('#fff', `${state}   ${latency === null ? '–' : `${latency} ms`}`, MARGIN + 12, TOP + 22);

    for (const { button, x, y, ...size } of places) {
      box('#fff', x, y, size.width, size.height);
      write('#222', button.label, x + 12, y + size.height / 2);
    }

    const first = places[places.length - 1].y + 64;
    const room = Math.floor((height - first) / LINE);
    lines.slice(0, room).forEach(({ kind, text }, index) => {
      write(INK[kind], text, kind === 'sent' ? 2 * MARGIN : MARGIN, first + index * LINE);
    });
  };
};
