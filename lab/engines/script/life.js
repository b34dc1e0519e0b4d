/**
 * The life of one connection, cut into checks. What is seen in each, with the virtual milliseconds since it began, is
 * printed as one line of JSON; whether it is right is judged elsewhere.
 *
 * `subject` is { story, host: kind of host, name: its global, own: options }; `program` runs the bundle with these
 * globals and returns what it exports.
 */
function live(subject, program, createPromise, print, done) {
  var clock = createClock();
  var timers = clock.createTimers();
  var system = clock.createTimers();
  var OwnPromise = createPromise ? createPromise(system.setTimeout) : Promise;
  var server = createServer(system.setTimeout, see);
  var phone = createHost(subject.host, server, system.setTimeout, OwnPromise);
  var started = 0;
  var saw = [];
  var library;
  var task;

  function see(what) {
    saw.push(clock.now() - started + ' ' + what);
  }

  function load() {
    library = program(timers, { now: clock.now }, OwnPromise, phone.host);
    see('a ' + typeof library + ', version ' + typeof library.VERSION);
    see('default and named: ' + (library.default === library && library.MdeWebsocket === library));
    see('listeners ' + phone.countListeners() + ', timers ' + timers.pending());
  }

  function optionsFor(params) {
    var options = { params: params, isPong: isPong };
    if (subject.name === 'platform') options.platform = phone.host;
    return options;
  }

  function isPong(data) {
    return data === 'pong';
  }

  function mistake() {
    library(optionsFor(7)).then(null, function (error) {
      see((error instanceof TypeError) + ' TypeError, names params: ' + /\bparams\b/.test(error.message));
    });
  }

  function connect() {
    library(optionsFor({ url: 'wss://server/', multiple: subject.host === 'multiple' })).then(function (made) {
      task = made;
      task.onOpen = function () {
        see('open');
        task.send('from onOpen');
      };
      task.onMessage = function (event) {
        see('message ' + show(event.data));
      };
      task.onClose = function (event) {
        see('close ' + event.code + ' ' + event.cause + (event.willReconnect ? ', will reconnect' : ', for good'));
      };
      task.onReconnect = function (event) {
        see('reconnect ' + event.attempt + ' in ' + event.delay);
      };
      see('task ' + task.state + ', early message handed over: ' + task.send('early'));
    });
  }

  function heartbeat() {
    server.say('news');
    return function () {
      see('latency ' + task.latency + ', ' + task.state);
    };
  }

  function bytes() {
    task.send(new Uint8Array([9, 1, 2, 3, 255, 9]).subarray(1, 5));
    server.say(new Uint8Array([4, 5, 6]).buffer);
  }

  function thrower() {
    var remove = task.on('message', function () {
      throw new Error('mine');
    });
    server.say('one');
    remove();
    server.say('two');
    return function () {
      see('reported ' + clock.errors.splice(0).join(' and '));
    };
  }

  function loss() {
    server.say('last words');
    server.isMute = true;
  }

  function reconnect() {
    server.isMute = false;
    see('meanwhile handed over: ' + task.send('meanwhile'));
    return function () {
      server.say('welcome back');
    };
  }

  function refused() {
    server.end(4401, 'token');
  }

  function close() {
    task.close({ code: 4000, reason: 'bye' });
    return function () {
      see(
        'sockets ' + server.alive().length + ', listeners ' + phone.countListeners() + ', timers ' + timers.pending()
      );
    };
  }

  /** Each check with how long it takes; what an action returns is done at its end. */
  var checks = [
    ['load', load, 0],
    ['mistake', mistake, 10],
    ['connect', connect, 100],
    ['heartbeat', heartbeat, 16000],
    ['bytes', bytes, 100],
    ['throw', thrower, 100],
    ['loss', loss, 26000],
    ['reconnect', reconnect, 12000],
    ['server closes', refused, 3000],
    ['close', close, 3600000]
  ];

  function attempt(action) {
    try {
      return action();
    } catch (error) {
      see('threw ' + error);
    }
  }

  (function next() {
    var check = checks.shift();
    if (!check) return done();
    started = clock.now();
    saw = [];
    var atEnd = attempt(check[1]);
    clock.pass(check[2], function () {
      if (atEnd) attempt(atEnd);
      print(JSON.stringify({ story: subject.story, check: check[0], saw: saw }));
      next();
    });
  })();
}
