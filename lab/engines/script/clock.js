/**
 * Virtual time, in ES5 for every engine: nothing falls due until `pass` is called. Callbacks of the engine's own
 * promises run before every timer, as they do in a real event loop.
 */
function createClock() {
  // A date of our days, which no engine keeps as a small integer.
  var now = 1700000000000;
  var timers = [];
  var lastId = 0;
  var errors = [];

  function isBefore(one, other) {
    return one.at < other.at || (one.at === other.at && one.id < other.id);
  }

  function nextUntil(end) {
    return timers.reduce(function (first, timer) {
      return timer.at <= end && (!first || isBefore(timer, first)) ? timer : first;
    }, null);
  }

  function fire(timer) {
    remove(timer);
    now = Math.max(now, timer.at);
    try {
      timer.callback();
    } catch (error) {
      errors.push(error);
    }
  }

  function remove(timer) {
    timers = timers.filter(function (other) {
      return other !== timer;
    });
  }

  /** Lets the callbacks of promises run, so many in a row as no code here ever chains. */
  function rest(hops, then) {
    if (hops === 0) then();
    else
      Promise.resolve().then(function () {
        rest(hops - 1, then);
      });
  }

  function pass(ms, then) {
    var end = now + ms;
    rest(20, function step() {
      var timer = nextUntil(end);
      if (timer) {
        fire(timer);
        rest(20, step);
      } else {
        now = end;
        then();
      }
    });
  }

  /** The timers of one program; who has which is kept apart. */
  function createTimers() {
    var own = {};
    return {
      setTimeout: function (callback, ms) {
        if (typeof callback !== 'function') throw new TypeError('setTimeout takes a function');
        lastId += 1;
        timers.push({ id: lastId, at: now + Math.max(0, ms || 0), callback: callback, owner: own });
        return lastId;
      },
      clearTimeout: function (id) {
        timers = timers.filter(function (timer) {
          return timer.id !== id;
        });
      },
      pending: function () {
        return timers.filter(function (timer) {
          return timer.owner === own;
        }).length;
      }
    };
  }

  return {
    now: function () {
      return now;
    },
    pass: pass,
    createTimers: createTimers,
    /** What timers threw, as a host's error hook would see it. */
    errors: errors
  };
}
